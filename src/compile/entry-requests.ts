import type { SourceContent } from '../source/read-content.ts';
import type { SourceEntry } from '../source/source-entry.ts';
import { digestOf } from '../source/digest.ts';
import { eachWhileSame } from '../source/while-same.ts';
import type { BodyRequest } from './bodies.ts';
import type { BodyJob, WordsJob } from './perform-body.ts';

/** Fields that readers see as prose, for each collection. */
const proseFields = {
  posts: ['title', 'excerpt', 'coverAlt'],
  groups: ['name', 'purpose'],
  paths: ['title', 'for', 'outcome'],
  pages: ['title', 'excerpt'],
} as const;

type Collection = keyof typeof proseFields;
type Entry = SourceEntry<Record<string, unknown>>;

const requestOf = eachWhileSame<BodyRequest>();

/** What has to be judged: every body, and the files of data. `lint` changes whenever the rules about words do. */
export function entryRequests(source: SourceContent, language: string, lint: string): BodyRequest[] {
  const bodies = collectionsOf(source).flatMap(([collection, entries]) =>
    entries.map((entry) =>
      requestOf(entry, [language, lint], () => requestFor(entry, wordsOf(entry, collection, language), lint)),
    ),
  );
  const words = { collection: 'authors', language, fields: [] } as const;
  // The policy holds the very words that it forbids.
  const data = source.dataFiles.filter(({ path }) => path !== source.policy.path);
  return [...bodies, ...data.map((entry) => requestFor(entry, words, lint))];
}

/** The line at the foot of every page, which site.yml holds. */
export function noticeRequest({ site }: SourceContent): BodyRequest[] {
  const text = site?.data.notice;
  if (text === undefined) return [];
  const job = { path: 'site.yml', format: 'md', text, bodyStart: 0, bodyLine: 1 } as const;
  return [{ path: 'site.yml', part: 'notice', digest: digestOf(text), isShown: true, job: () => job }];
}

function collectionsOf(source: SourceContent): [Collection, Entry[]][] {
  return (Object.keys(proseFields) as Collection[]).map((collection) => [
    collection,
    [...source[collection], ...source.damaged.filter((entry) => entry.collection === collection)],
  ]);
}

function requestFor(entry: SourceEntry<unknown>, words: WordsJob, lint: string): BodyRequest {
  const { path, digest, bodyStart, bodyLine } = entry;
  const format = formatOf(path);
  return {
    path,
    // Without a language of its own, a text is judged in that of the blog.
    digest: digestOf(digest, words.language, lint),
    isShown: format !== 'data',
    job: () => ({ path, format, text: entry.text(), bodyStart, bodyLine, words }),
  };
}

function formatOf(path: string): BodyJob['format'] {
  if (path.endsWith('.yml')) return 'data';
  return path.endsWith('.mdx') ? 'mdx' : 'md';
}

function wordsOf({ data }: Entry, collection: Collection, language: string): WordsJob {
  const fields = proseFields[collection].flatMap((name) => {
    const text = data[name];
    return typeof text === 'string' ? [{ path: [name], text }] : [];
  });
  return { collection, language: typeof data['lang'] === 'string' ? data['lang'] : language, fields };
}
