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
export async function rememberedHistory(options: Options): Promise<Histories> {
  return readOrRecall(options).catch((error: unknown) => {
    if (!(error instanceof GitError)) throw error;
    return {
      files: new Map(),
      note: `${error.message} So no page says when it was revised and who contributed to it.`,
    };
  });
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

async function readOrRecall({ dir, label, cacheDir, fingerprint }: Options): Promise<Histories> {
  const repository = await findRepository(dir, label);
  if ('because' in repository) return { files: new Map(), note: repository.because };
  const answers = join(cacheDir, 'history.json');
  const key = await keyOf(repository, fingerprint);
  const answer = storedSchema.safeParse(await readJson(answers)).data;
  // A shallow clone may be deepened without another commit.
  if (answer?.key === key && !repository.isShallow) return { files: new Map(answer.files), note: undefined };
  const files = await readAndKeep(repository, join(cacheDir, 'changes.txt'), fingerprint);
  if (repository.isShallow) return { files, note: shallowNote(label) };
  await writeWhole(answers, JSON.stringify({ key, files: [...files] }));
  return { files, note: undefined };
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
