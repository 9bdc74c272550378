import { readCbor } from './cbor.ts';
import { compareWords } from './chunk-ranges.ts';
import { refieldedWords } from './fields.ts';
import { unpack } from './index-files.ts';
import { printWords, readWords } from './index-words.ts';
import { wordsPath, type ReadableIndex } from './readable-index.ts';
import { joinRuns, readRuns, type WordRuns } from './word-runs.ts';

/** A part of an index, and how many pages stand before its own. */
export interface IndexPart {
  index: ReadableIndex;
  before: number;
}

/**
 * The words of all parts, in the files in which Pagefind would put them, with their facts counted as in `fields`. Of each part
 * only one file is unpacked at a time.
 */
export async function joinedChunks(
  parts: readonly IndexPart[],
  fields: readonly string[],
): Promise<Iterable<WordRuns[]>> {
  const words = parts.map(async ({ index, before }) => {
    const files = index.table.chunks.map(({ id }) => index.read(wordsPath(id)));
    return wordsOf(await Promise.all(files), before, index.table.fields, fields);
  });
  return inChunks(inOrder(await Promise.all(words)));
}

function* wordsOf(
  files: readonly Uint8Array[],
  before: number,
  own: readonly string[],
  fields: readonly string[],
): Generator<WordRuns, undefined> {
  const isAlike = own.join() === fields.join();
  for (const file of files) {
    const packed = unpack(file);
    const bytes = isAlike
      ? packed
      : printWords(
          refieldedWords(
            readWords(packed, (page) => page),
            own,
            fields,
          ),
        ).bytes();
    yield* readRuns(bytes, readCbor(bytes), before);
  }
}

/** Each word once. The parts have theirs in their order. */
function* inOrder(parts: readonly Generator<WordRuns, undefined>[]): Generator<WordRuns> {
  const heads = parts.map((words) => words.next().value);
  for (;;) {
    let first: string | undefined;
    for (const head of heads)
      if (head !== undefined && (first === undefined || compareWords(head.word, first) < 0))
        first = head.word;
    if (first === undefined) return;
    const same: WordRuns[] = [];
    heads.forEach((head, place) => {
      if (head?.word !== first) return;
      same.push(head);
      heads[place] = parts[place]?.next().value;
    });
    yield joinRuns(same);
  }
}

function* inChunks(words: Iterable<WordRuns>): Generator<WordRuns[]> {
  // Pagefind has its own from here as well.
  const most = Number(process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ?? 20_000);
  let chunk: WordRuns[] = [];
  let size = 0;
  for (const word of words) {
    chunk.push(word);
    size += word.pages.reduce((sum, run) => sum + run.size, 0);
    if (size < most) continue;
    yield chunk;
    [chunk, size] = [[], 0];
  }
  if (chunk.length > 0) yield chunk;
}
