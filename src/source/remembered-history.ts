import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fileHistorySchema, type FileHistory } from '../model/provenance.ts';
import { digestOf } from './digest.ts';
import { GitError } from './git.ts';
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
 * The history of a content folder, from git or from what an earlier run has read for the same commit: 30,000 commits take
 * git seconds, and who writes saves every few. Any other commit, also an older one, is read from the beginning.
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

async function readOrRecall({ dir, label, cacheDir, fingerprint }: Options): Promise<Histories> {
  const repository = await findRepository(dir, label);
  if ('because' in repository) return { files: new Map(), note: repository.because };
  // A shallow clone is short, and may be deepened without another commit.
  if (repository.isShallow) return { files: await readHistory(repository), note: shallowNote(label) };
  const file = join(cacheDir, 'history.json');
  const key = await keyOf(repository, fingerprint);
  const known = storedSchema.safeParse(await readJson(file)).data;
  if (known?.key === key) return { files: new Map(known.files), note: undefined };
  const files = await readHistory(repository);
  await mkdir(cacheDir, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, JSON.stringify({ key, files: [...files] }));
  await rename(unfinished, file);
  return { files, note: undefined };
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
