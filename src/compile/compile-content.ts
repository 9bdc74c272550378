import type { Content } from '../model/content.ts';
import { referenceProblems } from '../model/references.ts';
import type { Picture, Source } from '../model/post.ts';
import type { Problem } from '../model/problem.ts';
import { reservedPageSlugs } from '../model/page.ts';
import { authorSlug, groupSlug, pageSlug, pathSlug, postSlug } from '../model/slug.ts';
import type { View } from '../model/visibility.ts';
import { each } from '../source/each.ts';
import { revisionDays } from '../source/git-history.ts';
import { placed, readContent, type SourceContent, type SourceEntry } from '../source/read-content.ts';
import { createAddresses } from './addresses.ts';
import { createContext, type Surroundings } from './context.ts';
import { fragmentProblems, type RenderedEntry } from './fragments.ts';
import { redirectProblems } from './redirect-problems.ts';
import { openRenderCache, pipelineFingerprint } from './render-cache.ts';
import { renderThread } from './render-thread.ts';
import { surveyAssets } from './survey-assets.ts';
import { startPhase } from './timings.ts';
import { typeset } from './typeset.ts';

export interface CompileOptions {
  /** The content folder, absolute. */
  dir: string;
  /** How the content folder is named in messages, such as `content`. */
  label: string;
  cacheDir: string;
  /** The folder of the engine, whose code is part of the cache's key. */
  root: string;
  view: (site: Content['site']) => View;
}

/** The content folder, checked and rendered. */
export interface CompiledContent {
  content: Content;
  surroundings: Surroundings;
}

/**
 * Reads, checks and renders a content folder. Everything the authors got wrong is in `problems`; without a usable
 * site.yml nothing else can be made, and `compiled` is undefined.
 */
export async function compileContent({
  dir,
  label,
  cacheDir,
  root,
  view,
}: CompileOptions): Promise<{ compiled: CompiledContent | undefined; problems: Problem[] }> {
  const endReading = startPhase('read');
  const [source, revisions, fingerprint] = await Promise.all([
    readContent({ dir, label }),
    revisionDays(dir),
    pipelineFingerprint(root),
  ]);
  endReading();
  const problems = [...source.problems, ...crossReferences(source, label), ...reservedPages(source, label)];
  if (source.site === undefined) return { compiled: undefined, problems };

  const site = source.site.data;
  const addresses = createAddresses(source, view(site));
  problems.push(...redirectProblems(source, addresses, label));
  const surroundings = { addresses, ...(await surveyAssets(dir, source.assets, cacheDir)) };
  const endRendering = startPhase('markdown');
  const cache = await openRenderCache(cacheDir, fingerprint);
  const rendered: RenderedEntry[] = [];

  const body = async (entry: SourceEntry<unknown>) => {
    const format = entry.path.endsWith('.mdx') ? 'mdx' : 'md';
    const { path, body: text } = entry;
    const result = await cache.render({ path, format, body: text }, surroundings);
    rendered.push({ path, bodyLine: entry.bodyLine, ...result });
    const { words, pictures, features } = result.facts;
    const silent = words === 0 && pictures.length === 0 && features.length === 0;
    if (silent && result.messages.length === 0) problems.push(emptyBody(`${label}/${path}`));
    const revised = revisions.get(path);
    const place: Source = { path, format, ...(revised !== undefined && { revised }) };
    return { body: result.facts, source: place };
  };
  const picture = (entry: SourceEntry<unknown>, field: string, src: string | undefined) => {
    if (src === undefined) return undefined;
    const found = createContext(surroundings, entry.path).picture(src);
    if (!('problem' in found)) return found;
    const { problem: message, mend } = found;
    problems.push(
      placed(`${label}/${entry.path}`, entry.locate, {
        path: [field],
        rule: 'broken-picture',
        message,
        mend,
      }),
    );
    return undefined;
  };

  const notice = await cache.render(
    { path: 'site.yml', format: 'md', body: site.notice ?? '' },
    surroundings,
  );
  for (const { rule, message, mend } of notice.messages)
    problems.push(placed(`${label}/site.yml`, source.site.locate, { path: ['notice'], rule, message, mend }));
  const content: Content = {
    site,
    notice: cache.store.read(notice.facts.digest),
    tags: source.tags.data.tags,
    redirects: source.redirects.data.redirects,
    authors: source.authors.map((entry) => ({
      ...entry.data,
      slug: authorSlug.parse(entry.slug),
      source: entry.path,
      ...optional('portrait', picture(entry, 'picture', entry.data.picture)),
    })),
    posts: await each(source.posts, async (entry) => ({
      ...typeset(entry.data, ['title', 'excerpt'], entry.data.lang ?? site.language),
      slug: postSlug.parse(entry.slug),
      ...(await body(entry)),
      ...optional('coverPicture', picture(entry, 'cover', entry.data.cover)),
    })),
    groups: await each(source.groups, async (entry) => ({
      ...typeset(entry.data, ['name', 'purpose'], site.language),
      slug: groupSlug.parse(entry.slug),
      ...(await body(entry)),
    })),
    paths: await each(source.paths, async (entry) => ({
      ...typeset(entry.data, ['title', 'for', 'outcome'], site.language),
      steps: entry.data.steps.map((step) => typeset(step, ['because'], site.language)),
      slug: pathSlug.parse(entry.slug),
      ...(await body(entry)),
    })),
    pages: await each(source.pages, async (entry) => ({
      ...typeset(entry.data, ['title', 'excerpt'], site.language),
      slug: pageSlug.parse(entry.slug),
      ...(await body(entry)),
    })),
    threads: await each(source.threads, (entry) => renderThread(entry, cache, surroundings)),
  };
  await cache.save();
  endRendering();
  for (const { path, bodyLine, messages } of rendered)
    for (const { line, column, rule, message, mend } of messages)
      problems.push({ file: `${label}/${path}`, line: line + bodyLine - 1, column, rule, message, mend });
  problems.push(...fragmentProblems(rendered, addresses, label));
  return { compiled: { content, surroundings }, problems };
}

function optional<Key extends string>(key: Key, value: Picture | undefined): Partial<Record<Key, Picture>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Picture>);
}

function crossReferences(source: SourceContent, label: string): Problem[] {
  const files = new Map(
    [...source.posts, ...source.groups, ...source.paths, source.tags].map((entry) => [entry.path, entry]),
  );
  return referenceProblems(source).flatMap(({ file, ...problem }) => {
    const entry = files.get(file);
    return entry === undefined ? [] : placed(`${label}/${file}`, entry.locate, problem);
  });
}

function reservedPages({ pages }: SourceContent, label: string): Problem[] {
  return pages
    .filter(({ slug }) => reservedPageSlugs.includes(slug))
    .map(({ slug, path }) => ({
      file: `${label}/${path}`,
      line: 1,
      column: 1,
      rule: 'reserved-slug',
      message: `The address /${slug}/ already belongs to a page that Watercooler makes itself.`,
      mend: 'Rename the file.',
    }));
}

function emptyBody(file: string): Problem {
  return {
    file,
    line: 1,
    column: 1,
    rule: 'empty-body',
    message: 'There is nothing to read after the frontmatter.',
    mend: 'Write at least one sentence, or mark the post with "draft: true" once it has one.',
  };
}
