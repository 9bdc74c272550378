import { digestName } from './digests.ts';
import { chunkOf, compareWords, withWord } from './chunk-ranges.ts';
import { printDelta, type ChunkWords } from './delta-words.ts';
import { type WordChunk } from './index-files.ts';
import type { IndexWord, IndexWords } from './index-words.ts';
import { mergedChunk } from './merged-chunk.ts';
import type { Renumbering } from './renumbered.ts';

/** A delta of words in files, and the chunks of the main index by the names under which they come with it. */
export interface DeltaParts {
  chunks: WordChunk[];
  /** By their names without ending. */
  parts: Map<string, Uint8Array>;
}

// A reader loads a part whole, whatever word is looked for.
const mostInPart = 16_000;

/** Divides words among the chunks that they belong into, and those among a few parts. */
export function divideWords(
  chunks: readonly WordChunk[],
  words: IndexWords,
  changes: Renumbering,
): DeltaParts {
  const reached = [...chunks];
  const ofChunk = chunks.map(() => new Map<string, IndexWord>());
  for (const [word, found] of [...words].sort(([a], [b]) => compareWords(a, b))) {
    const place = chunkOf(word, chunks);
    const chunk = reached[place];
    if (chunk === undefined) throw new Error('The search index has no words.');
    reached[place] = withWord(chunk, word, chunks[place + 1]);
    ofChunk[place]?.set(word, found);
  }
  const parts = new Map<string, Uint8Array>();
  const named: WordChunk[] = [];
  for (const places of together(ofChunk.map(sizeOf))) {
    const own: ChunkWords[] = places.map((place) => ({
      chunk: chunks[place]?.id ?? '',
      words: ofChunk[place] ?? new Map<string, IndexWord>(),
    }));
    const bytes = printDelta(
      changes,
      own.filter(({ words: some }) => some.size > 0),
    );
    const part = digestName(bytes);
    parts.set(part, bytes);
    for (const chunk of places.flatMap((place) => reached[place] ?? []))
      named.push({ ...chunk, id: mergedChunk(chunk.id, part) });
  }
  return { chunks: named, parts };
}

/** Neighbours that fit into one part, by their places. */
function together(sizes: readonly number[]): number[][] {
  const parts: number[][] = [];
  let room = 0;
  sizes.forEach((size, place) => {
    const part = parts.at(-1);
    if (part === undefined || size > room) {
      parts.push([place]);
      room = mostInPart;
    } else part.push(place);
    room -= size;
  });
  return parts;
}

/** About as many bytes as words take. */
function sizeOf(words: IndexWords): number {
  let size = 0;
  for (const [word, { pages, variants }] of words)
    for (const having of [pages, ...variants.values()])
      size += having.reduce((sum, { places }) => sum + places.length + 2, word.length + 3);
  return size;
}
