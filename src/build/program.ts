import type { PathWithRoute, RouteData } from 'astro';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { digestOf } from '../source/digest.ts';
import { filesIn } from '../plan/files-in.ts';

/** All pages of a site as a program: what `page-program.ts` exports. */
export interface PageProgram {
  paths: () => Promise<PathWithRoute[]>;
  render: (request: Request, routeData: RouteData) => Promise<Response>;
}

const noteSchema = z.object({
  outDir: z.string(),
  key: z.string(),
  /** A digest of the code of each page, by the path of its file. */
  code: z.array(z.tuple([z.string(), z.string()])),
  /** What stands in the output besides what the program makes: styles, scripts, and the files of `public/`. */
  beside: z.array(z.string()),
  /** The digest of each file of the program itself. */
  files: z.array(z.tuple([z.string(), z.string()])),
});

/** A program that the bundler has made, and what it was made with. */
export type KeptProgram = Omit<z.output<typeof noteSchema>, 'files'>;

/** The name of the program's first file, wherever it lies. */
export const programFile = 'page-program.mjs';

export async function loadProgram(folder: string): Promise<PageProgram> {
  // It was compiled with this type.
  return (await import(pathToFileURL(join(folder, programFile)).href)) as PageProgram;
}

/** Where the program of an output folder is kept: near the packages, which it imports. */
export function programFolder(root: string, outDir: string): string {
  return join(programsOf(root), digestOf(outDir));
}

/** Keeps a program for the next builds of its output, and forgets those of outputs that are gone. */
export function keepProgram(root: string, from: string, program: KeptProgram): void {
  for (const name of namesIn(programsOf(root))) {
    const folder = join(programsOf(root), name);
    const outDir = readNote(folder)?.outDir;
    if (outDir === undefined || outDir === program.outDir || !existsSync(outDir))
      rmSync(folder, { recursive: true, force: true });
  }
  const folder = programFolder(root, program.outDir);
  mkdirSync(folder, { recursive: true });
  cpSync(from, folder, { recursive: true });
  const files = filesIn(folder).map((path): [string, string] => [path, fileDigest(folder, path)]);
  writeFileSync(noteOf(folder), JSON.stringify({ ...program, files } satisfies z.input<typeof noteSchema>));
}

/** The program that was kept for an output folder, if it still is as it was left. */
export function keptProgram(root: string, outDir: string): KeptProgram | undefined {
  const folder = programFolder(root, outDir);
  const note = readNote(folder);
  if (note?.outDir !== outDir) return undefined;
  const isWhole = note.files.every(([path, digest]) => {
    return existsSync(join(folder, path)) && fileDigest(folder, path) === digest;
  });
  return isWhole ? note : undefined;
}

function programsOf(root: string): string {
  return join(root, '.cache', 'page-programs');
}

function noteOf(folder: string): string {
  return join(folder, 'note.json');
}

function readNote(folder: string): z.output<typeof noteSchema> | undefined {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(noteOf(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

function fileDigest(folder: string, path: string): string {
  return digestOf(readFileSync(join(folder, path)));
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
