import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fileHistorySchema, type FileHistory } from '../model/provenance.ts';
import { digestOf } from './digest.ts';
import { GitError } from './git.ts';
import { keepText, keptText, writeWhole } from './kept-text.ts';
import { nothingKnown, readStoredHistory, storedHistory } from './known-history.ts';
import { findRepository, readHistory, shallowNote, type Repository } from './git-history.ts';

/** The history of every text, by the path of the file relative to the content folder, and what git cannot say here. */
export interface Histories {
  files: ReadonlyMap<string, FileHistory>;
  /** A sentence. */
  note: string | undefined;
}

const storedSchema = z.object({ key: z.string(), files: z.array(z.tuple([z.string(), fileHistorySchema])) });

interface Options {
  dir: string;
  /** How the content folder is named in messages. */
  label: string;
  cacheDir: string;
  /** Changes whenever the code does. */
  fingerprint: string;
}

/**
 * The history of a content folder, from git or from what an earlier run has read for the same commit: who writes saves every
 * few seconds. For any other commit, only what no run has seen is read of the folders and texts.
 */
export function rememberedHistory(options: Options): Promise<Histories> {
  return openHistory(options)();
}

/** Asks for the history again and again. It is the same object for as long as the commit is the same. */
export function openHistory(options: Options): () => Promise<Histories> {
  let last: Answer | undefined;
  return () =>
    readOrRecall(options, last).then(
      ({ answer, ...histories }) => {
        last = answer;
        return histories;
      },
      (error: unknown) => {
        if (!(error instanceof GitError)) throw error;
        return {
          files: new Map(),
          note: `${error.message} So no page says when it was revised and who contributed to it.`,
        };
      },
    );
}

/** What is true for as long as the key is the same. */
interface Answer {
  key: string;
  files: Histories['files'];
}

/** Names what `rememberedHistory` depends on besides the code; undefined where that can change without a trace. */
export async function stateOfHistory({
  dir,
  label,
}: Pick<Options, 'dir' | 'label'>): Promise<string | undefined> {
  try {
    const repository = await findRepository(dir, label);
    if ('because' in repository) return repository.because;
    return repository.isShallow ? undefined : await keyOf(repository, '');
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

async function readOrRecall(
  { dir, label, cacheDir, fingerprint }: Options,
  last: Answer | undefined,
): Promise<Histories & { answer?: Answer }> {
  const repository = await findRepository(dir, label);
  if ('because' in repository) return { files: new Map(), note: repository.because };
  const answers = join(cacheDir, 'history.json');
  const key = await keyOf(repository, fingerprint);
  const { isShallow } = repository;
  // A shallow clone may be deepened without another commit.
  const answer = isShallow ? undefined : last?.key === key ? last : await storedAnswer(answers, key);
  if (answer !== undefined) return { files: answer.files, note: undefined, answer };
  const files = await readAndKeep(repository, join(cacheDir, 'changes.txt'), fingerprint);
  if (isShallow) return { files, note: shallowNote(label) };
  await writeWhole(answers, JSON.stringify({ key, files: [...files] }));
  return { files, note: undefined, answer: { key, files } };
}

async function storedAnswer(file: string, key: string): Promise<Answer | undefined> {
  const stored = storedSchema.safeParse(await readJson(file)).data;
  return stored?.key === key ? { key, files: new Map(stored.files) } : undefined;
}

/** Reads what no earlier run has read, and keeps it. */
async function readAndKeep(
  repository: Repository,
  file: string,
  fingerprint: string,
): Promise<Histories['files']> {
  // Where git sees other folders under the same names, nothing is true for ever.
  if (repository.replaced !== '') return readHistory(repository);
  const known = readStoredHistory(await keptText(file, fingerprint)) ?? nothingKnown();
  const before = known.changes.size + known.digests.size;
  const files = await readHistory(repository, { known });
  if (known.changes.size + known.digests.size > before)
    await keepText(file, fingerprint, storedHistory(known));
  return files;
}

/** Everything that the answer depends on. */
async function keyOf({ top, prefix, head, replaced }: Repository, fingerprint: string): Promise<string> {
  const corrections = ['.mailmap', '.git-blame-ignore-revs'].map((name) =>
    readFile(join(top, name), 'utf8').catch(() => ''),
  );
  return digestOf(fingerprint, prefix, head, replaced, ...(await Promise.all(corrections)));
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
