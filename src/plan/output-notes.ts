import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { digestOf } from '../source/digest.ts';
import type { FolderLooks } from './strange-files.ts';

const fileSchema = z.object({
  key: z.string(),
  digest: z.string(),
  size: z.number(),
  mtimeMs: z.number(),
  ino: z.number(),
});
const notesSchema = z.object({
  outDir: z.string(),
  /** In milliseconds since 1970. */
  savedAt: z.number(),
  /** What the whole output was made from. */
  key: z.string(),
  files: z.array(z.tuple([z.string(), fileSchema])),
  /** How those folders looked in which nothing else stands: see `strangeFiles`. */
  folders: z.array(z.tuple([z.string(), z.string()])),
});

/** A file of the output: what it was made from, what it holds, and how it was left. */
export type KeptFile = z.output<typeof fileSchema>;
type Notes = z.output<typeof notesSchema>;

/** Where the notes about an output folder are. Without them, nothing in it is believed. */
export function outputNotes(cacheDir: string, outDir: string): string {
  return join(cacheDir, `output-${digestOf(outDir)}.json`);
}

/** What the last build of a folder noted; nothing when that is missing, torn, of another version or of another folder. */
export function readNotes(
  path: string,
  outDir: string,
): { savedAt: number; key?: string; files: Map<string, KeptFile>; folders: FolderLooks } {
  try {
    const notes = notesSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    if (notes.outDir === outDir)
      return { ...notes, files: new Map(notes.files), folders: new Map(notes.folders) };
  } catch {
    // Then everything is made again.
  }
  return { savedAt: 0, files: new Map(), folders: new Map() };
}

export function writeNotes(path: string, notes: Notes): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(notes));
  renameSync(unfinished, path);
}
