import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Addresses } from '../../src/compile/addresses.ts';
import { judgeContent } from '../../src/compile/judge-content.ts';
import type { CompileOptions, JudgedContent } from '../../src/compile/judge-once.ts';
import type { Silenced } from '../../src/model/check-report.ts';
import type { Comparable } from '../../src/model/likeness.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Site } from '../../src/model/site.ts';
import type { Day } from '../../src/model/day.ts';
import type { SourceContent } from '../../src/source/read-content.ts';
import { pageBody } from './page-body.ts';
import type { Page } from './page.ts';
import { groupNamedIn, pagesOf } from './pages-of-source.ts';

/** A content folder as far as a review looks at it. Problems name files relative to the content folder. */
export interface Side {
  site: Site | undefined;
  pages: Page[];
  problems: Problem[];
  silenced: Silenced[];
  /** The names of authors, by slug; those who left are marked. */
  people: ReadonlyMap<string, { name: string; left: boolean; login?: string }>;
  tags: SourceContent['tags']['data']['tags'];
  redirects: Readonly<Record<string, string>>;
  /** The pages that link to an address, by their paths. */
  linksTo: ReadonlyMap<string, ReadonlySet<string>>;
  /** The pages that show a picture or lead to a document, by the path of that file. */
  shownBy: ReadonlyMap<string, ReadonlySet<string>>;
  /** Files that make no page because nobody can read them, and that name a closed group. */
  closedFiles: ReadonlySet<string>;
  /** The posts, to be compared with others. */
  texts: (wanted: (path: string) => boolean) => Comparable[];
}

export interface SideOptions {
  settings: CompileOptions;
  /** The files that the branch touched, relative to the content folder. */
  touched: ReadonlySet<string>;
  progress?: (done: number, total: number) => void;
}

/** Judges a content folder, and takes from it what a review asks for. */
export function readSide({ settings, touched, progress }: SideOptions): Promise<Side> {
  return judgeContent(settings, { render: false, ...(progress && { progress }) }, (judged) => {
    const { source, surroundings } = judged;
    const site = source.site?.data;
    const day = site === undefined ? undefined : settings.view(site).day;
    return {
      site,
      pages: touchedRendered(pagesOf(source, day), judged, touched),
      ...problemsOf(judged, settings.label),
      people: new Map(
        source.authors.map(({ slug, data }) => [
          slug,
          {
            ...{ name: data.name, left: isBefore(data.left, day) },
            ...(data.login !== undefined && { login: data.login }),
          },
        ]),
      ),
      tags: source.tags.data.tags,
      redirects: source.redirects.data.redirects,
      linksTo: linksTo(judged.bodies, surroundings.addresses),
      shownBy: shownBy(source, judged.bodies),
      closedFiles: closedFiles(source, settings.dir, touched),
      texts: (wanted) =>
        source.posts
          .filter(({ path }) => wanted(path))
          .map((entry) => ({ slug: entry.slug, title: entry.data.title, text: entry.body() })),
    };
  });
}

function isBefore(left: Day | undefined, day: Day | undefined): boolean {
  return left !== undefined && (day === undefined || left <= day);
}

function problemsOf({ problems, silenced }: JudgedContent, label: string) {
  const short = <One extends Problem>(one: One): One => ({ ...one, file: one.file.slice(label.length + 1) });
  return { problems: problems.map(short), silenced: silenced.map(short) };
}

/** The pages, with the text of those whose file or pictures the branch touched. */
function touchedRendered(
  pages: readonly Page[],
  { source, surroundings, bodies }: JudgedContent,
  touched: ReadonlySet<string>,
): Page[] {
  const showing = new Set(
    [...shownBy(source, bodies)].flatMap(([file, by]) => (touched.has(file) ? [...by] : [])),
  );
  const entries = new Map(
    [...source.posts, ...source.pages, ...source.groups, ...source.paths].map((entry) => [entry.path, entry]),
  );
  return pages.map((page) => {
    const entry = entries.get(page.path);
    const { cover, coverAlt } = page.fields;
    if (entry === undefined || !(touched.has(page.path) || showing.has(page.path))) return page;
    const alt = typeof coverAlt === 'string' ? coverAlt : '';
    const body = pageBody(entry, surroundings, typeof cover === 'string' ? { src: cover, alt } : undefined);
    return { ...page, body };
  });
}

/** Every link between pages, as the bodies asked for them. What leads nowhere is kept as it was written. */
function linksTo(bodies: JudgedContent['bodies'], addresses: Addresses): Map<string, Set<string>> {
  const links = new Map<string, Set<string>>();
  for (const [path, { asked }] of bodies)
    for (const [question, about] of asked) {
      if (question !== 'address' && question !== 'wikiTarget') continue;
      const found = addresses[question](about);
      const written = question === 'address' ? about : `/posts/${about.toLowerCase()}/`;
      const to = found?.state === 'visible' ? found.permalink : written;
      const from = links.get(to) ?? new Set();
      links.set(to, from.add(path));
    }
  return links;
}

/** The files beside entries that the entries show or lead to. */
function shownBy(
  { posts, authors, damaged }: SourceContent,
  bodies: JudgedContent['bodies'],
): Map<string, Set<string>> {
  const shown = new Map<string, Set<string>>();
  const add = (path: string, src: unknown) => {
    if (typeof src !== 'string') return;
    const file = posix.normalize(posix.join(posix.dirname(path), src));
    const by = shown.get(file) ?? new Set();
    shown.set(file, by.add(path));
  };
  for (const [path, { asked }] of bodies)
    for (const [question, about] of asked)
      if (question === 'picture' || question === 'attachment') add(path, about);
  for (const { path, data } of posts) add(path, data.cover);
  for (const { path, data } of authors) add(path, data.picture);
  for (const { path, data } of damaged) add(path, data['cover']);
  return shown;
}

function closedFiles(source: SourceContent, dir: string, touched: ReadonlySet<string>): Set<string> {
  const closed = source.groups.filter(({ data }) => data.access === 'closed').map(({ slug }) => slug);
  const known = new Set([...source.posts, ...source.damaged].map(({ path }) => path));
  const unknown = source.files.filter((path) => path.startsWith('posts/') && !known.has(path));
  return new Set(
    unknown.filter((path) => {
      const text = touched.has(path) ? readFileSync(join(dir, path), 'latin1') : '';
      return groupNamedIn(text, new Set(closed)) !== undefined;
    }),
  );
}
