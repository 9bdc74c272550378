import { randomUUID } from 'node:crypto';
import { access, constants, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mostPictureBytes } from '../../src/compile/pictures.ts';
import type { Problem } from '../../src/model/problem.ts';
import { edited, type Edit } from './edits.ts';
import { recompressed } from './recompress.ts';

export interface Mended {
  problems: Problem[];
  /** The files that could not be written, and what the system says about it. */
  failures: { file: string; reason: string }[];
}

/** Mends what needs no person in the files of a content folder. A file that cannot be written stays as it is. */
export async function mend(
  problems: readonly Problem[],
  { dir, label }: { dir: string; label: string },
): Promise<Mended> {
  const mended: Mended = { problems: [], failures: [] };
  for (const [name, own] of Map.groupBy(problems, ({ file }) => file)) {
    const file = join(dir, name.slice(label.length + 1));
    try {
      mended.problems.push(...(await mendText(file, own)), ...(await mendPicture(file, own)));
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      mended.failures.push({ file: name, reason: String(error.code) });
    }
  }
  return mended;
}

async function mendText(file: string, problems: readonly Problem[]): Promise<Problem[]> {
  const wanted = problems.flatMap((problem) =>
    problem.fix?.kind === 'replace' ? [{ problem, edit: problem.fix }] : [],
  );
  if (wanted.length === 0) return [];
  const whole = await readFile(file, 'utf8');
  // Places count from behind a byte order mark.
  const mark = whole.startsWith('\uFEFF') ? '\uFEFF' : '';
  const { text, made } = edited(
    whole.slice(mark.length),
    wanted.map(({ edit }) => edit),
  );
  await replaceFile(file, mark + text);
  const done = new Set<Edit>(made);
  return wanted.filter(({ edit }) => done.has(edit)).map(({ problem }) => problem);
}

async function mendPicture(file: string, problems: readonly Problem[]): Promise<Problem[]> {
  const heavy = problems.filter(({ fix }) => fix?.kind === 'recompress');
  if (heavy.length === 0) return [];
  const smaller = await recompressed(await readFile(file), mostPictureBytes);
  if (smaller === undefined) return [];
  await replaceFile(file, smaller);
  return heavy;
}

/** Puts a whole file in the place of another, with its rights: at no moment is there half of one. */
async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  // A file that is protected could be replaced all the same where its folder is not.
  await access(file, constants.W_OK);
  const { mode } = await stat(file);
  const unfinished = `${file}.${randomUUID()}`;
  try {
    await writeFile(unfinished, content, { mode });
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
