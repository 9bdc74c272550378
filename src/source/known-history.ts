import { z } from 'zod';
import type { Change } from './git-changes.ts';
import { pairName, type KnownChanges } from './history-changes.ts';

/** What stays true whatever happens to the branch: what changed between two folders, and what texts say. */
export interface KnownHistory {
  /** Those that were needed last stand at the end. */
  changes: KnownChanges;
  /** How many of them at most were needed last. */
  needed: number;
  /** The digests of texts, by the names that git has for them. */
  digests: Map<string, string>;
}

export function nothingKnown(): KnownHistory {
  return { changes: new Map(), needed: 0, digests: new Map() };
}

// Names are written once and then counted; the rest are numbers, so that 30,000 commits are a few megabytes.
const storedSchema = z.object({
  trees: z.string(),
  blobs: z.string(),
  /** One for each blob, empty for those that have none. */
  digests: z.string(),
  paths: z.array(z.string()),
  /** How many trees before and after, the number of changes, and for each its kind, paths and blobs. */
  changes: z.array(z.int()),
});

const kinds: readonly Change['kind'][] = ['added', 'changed', 'deleted', 'renamed'];

// Other branches are gone back to, and rebased commits kept for a while.
const spareChanges = 1000;

/** What is known as text. What has not been needed for long is left out. */
export function storedHistory({ changes, needed, digests }: KnownHistory): string {
  const [trees, blobs, paths] = [createNumbering(), createNumbering(), createNumbering()];
  const numbers: number[] = [];
  for (const [name, list] of [...changes].slice(-2 * needed - spareChanges)) {
    const [before = '', after = ''] = name.split(' ');
    numbers.push(trees.numberOf(before), trees.numberOf(after), list.length);
    for (const { kind, path, from, before: old, after: young } of list) {
      const places = [paths.numberOf(path), from === undefined ? -1 : paths.numberOf(from)];
      numbers.push(kinds.indexOf(kind), ...places, blobs.numberOf(old), blobs.numberOf(young));
    }
  }
  return JSON.stringify({
    trees: trees.names().join(' '),
    blobs: blobs.names().join(' '),
    digests: blobs
      .names()
      .map((blob) => digests.get(blob) ?? '')
      .join(' '),
    paths: paths.names(),
    changes: numbers,
  } satisfies z.input<typeof storedSchema>);
}

/** Undefined when the text is none that was written here. */
export function readStoredHistory(text: string): KnownHistory | undefined {
  const stored = storedSchema.safeParse(parsed(text)).data;
  if (stored === undefined) return undefined;
  const [trees, blobs] = [stored.trees.split(' '), stored.blobs.split(' ')];
  const known = nothingKnown();
  const numbers = stored.changes.values();
  const next = () => numbers.next().value ?? -1;
  for (let tree = next(); tree !== -1; tree = next()) {
    const pair = { before: trees[tree] ?? '', after: trees[next()] ?? '' };
    const changes: Change[] = [];
    for (let count = next(); count > 0; count -= 1) {
      const kind = kinds[next()];
      const [path, from] = [stored.paths[next()], stored.paths[next()]];
      const [before, after] = [blobs[next()], blobs[next()]];
      if (kind === undefined || path === undefined || before === undefined || after === undefined)
        return undefined;
      changes.push({ kind, path, from, before, after });
    }
    known.changes.set(pairName(pair), changes);
  }
  for (const [index, digest] of stored.digests.split(' ').entries())
    if (digest !== '') known.digests.set(blobs[index] ?? '', digest);
  return known;
}

function createNumbering() {
  const numbers = new Map<string, number>();
  return {
    names: () => [...numbers.keys()],
    numberOf: (name: string): number => {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, numbers.size);
      return numbers.size - 1;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
