import { randomUUID } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mostPictureBytes } from '../../src/compile/pictures.ts';
import type { Problem } from '../../src/model/problem.ts';
import { edited, type Edit } from './edits.ts';
import { recompressed } from './recompress.ts';

/** Mends what needs no person in the files of a content folder, and returns the problems that it mended. */
export async function mend(
  problems: readonly Problem[],
  { dir, label }: { dir: string; label: string },
): Promise<Problem[]> {
  const mended: Problem[] = [];
  for (const [name, own] of Map.groupBy(problems, ({ file }) => file)) {
    const file = join(dir, name.slice(label.length + 1));
    mended.push(...(await mendText(file, own)), ...(await mendPicture(file, own)));
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
  const { mode } = await stat(file);
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, content, { mode });
  await rename(unfinished, file);
}
