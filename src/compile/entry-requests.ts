import type { SourceContent, SourceEntry } from '../source/read-content.ts';
import { digestOf } from '../source/read-content.ts';
import type { BodyRequest } from './bodies.ts';
import type { ProseJob } from './perform-body.ts';

/** Fields that readers see as prose, for each collection. */
const proseFields = {
  posts: ['title', 'excerpt', 'coverAlt'],
  groups: ['name', 'purpose'],
  paths: ['title', 'for', 'outcome'],
  pages: ['title', 'excerpt'],
} as const;

type Collection = keyof typeof proseFields;
type Entry = SourceEntry<Record<string, unknown>>;

/** Every entry with a Markdown body, also those whose fields are not all right. */
export function markdownEntries(source: SourceContent): Entry[] {
  return collectionsOf(source).flatMap(([, entries]) => entries);
}

/** What has to be judged, in the order of `markdownEntries`. */
export function entryRequests(source: SourceContent, language: string): BodyRequest[] {
  return collectionsOf(source).flatMap(([collection, entries]) =>
    entries.map((entry) => requestFor(entry, proseOf(entry, collection, language))),
  );
}

/** The line at the foot of every page, which site.yml holds. */
export function noticeRequest({ site }: SourceContent): BodyRequest[] {
  const text = site?.data.notice;
  if (text === undefined) return [];
  const job = { path: 'site.yml', format: 'md', text, bodyStart: 0, bodyLine: 1 } as const;
  return [{ path: 'site.yml', part: 'notice', digest: digestOf(text), job: () => job }];
}

function collectionsOf(source: SourceContent): [Collection, Entry[]][] {
  return (Object.keys(proseFields) as Collection[]).map((collection) => [
    collection,
    [...source[collection], ...source.damaged.filter((entry) => entry.collection === collection)],
  ]);
}

function requestFor(entry: Entry, prose: ProseJob): BodyRequest {
  const { path, digest, bodyStart, bodyLine } = entry;
  return {
    path,
    // Without a language of its own, a text is judged in that of the blog.
    digest: digestOf(digest, prose.language),
    job: () => ({
      ...{ path, text: entry.text(), bodyStart, bodyLine, prose },
      format: path.endsWith('.mdx') ? 'mdx' : 'md',
    }),
  };
}

function proseOf({ data }: Entry, collection: Collection, language: string): ProseJob {
  const fields = proseFields[collection].flatMap((name) => {
    const text = data[name];
    return typeof text === 'string' ? [{ path: [name], text }] : [];
  });
  return { language: typeof data['lang'] === 'string' ? data['lang'] : language, fields };
}
