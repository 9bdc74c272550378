import { linkPlaces } from '../../src/markdown/link-places.ts';
import { placeOf } from '../../src/model/problem.ts';
import type { SourceContent } from '../../src/source/read-content.ts';
import type { SourceEntry } from '../../src/source/source-entry.ts';

/** An address outside the blog, and where it is written. */
export interface OutwardLink {
  url: string;
  /** As `file:line:column`, in the order of files and lines. */
  places: string[];
}

/** Names that are kept for examples and lead nowhere on purpose (RFC 2606, RFC 6761). */
const onlyExamples = /(?:^|\.)(?:example(?:\.com|\.net|\.org)?|invalid|test|localhost)$/u;

/** Every address that leads out of the blog, once, in the order of their first place; those of examples are left out. */
export function outwardLinks(source: SourceContent, label: string): OutwardLink[] {
  const own = source.site === undefined ? undefined : new URL(source.site.data.url).host;
  const links = new Map<string, OutwardLink>();
  for (const entry of entriesOf(source)) {
    const text = entry.text();
    for (const { written, start } of addressesIn(entry, text)) {
      const url = followable(written);
      if (url === undefined || url.host === own || onlyExamples.test(url.hostname)) continue;
      const before = text.slice(0, start).split('\n');
      const column = (before.at(-1)?.length ?? 0) + 1;
      const place = placeOf({ file: `${label}/${entry.path}`, line: before.length, column });
      // Parts of one page are one page to follow.
      const { href } = Object.assign(url, { hash: '' });
      const known = links.get(href);
      if (known === undefined) links.set(href, { url: href, places: [place] });
      else known.places.push(place);
    }
  }
  return [...links.values()];
}

/** Everything that people write: not the copies of conversations, where nobody here can mend a link. */
function entriesOf({ posts, groups, paths, pages, authors, tags }: SourceContent): SourceEntry<unknown>[] {
  return [...posts, ...groups, ...paths, ...pages, ...authors, tags].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

interface Written {
  written: string;
  /** Where it begins in the file. */
  start: number;
}

const inFields = /https?:\/\/[^\s"'<>\]},]+/gu;

function addressesIn({ path, bodyStart }: SourceEntry<unknown>, text: string): Written[] {
  const isData = path.endsWith('.yml');
  const fields = isData ? text : text.slice(0, bodyStart);
  const body = isData ? '' : text.slice(bodyStart);
  return [
    ...[...fields.matchAll(inFields)].map(({ 0: written, index }) => ({ written, start: index })),
    ...linkPlaces(body, path.endsWith('.mdx') ? 'mdx' : 'md')
      .filter(({ kind }) => kind === 'address')
      .map(({ written, start }) => ({ written, start: bodyStart + start })),
  ];
}

function followable(written: string): URL | undefined {
  const whole = written.startsWith('www.') ? `http://${written}` : written;
  return /^https?:\/\//iu.test(whole) && URL.canParse(whole) ? new URL(whole) : undefined;
}
