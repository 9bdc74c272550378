import { rmSync } from 'node:fs';
import type { Settings } from '../compile/settings.ts';
import { openKeptFiles, type KeptFiles } from '../plan/kept-files.ts';
import { outputNotes } from '../plan/output-notes.ts';

/** Opens the files of the output when they are asked for first. */
export function outputFiles({ outDir, cacheDir }: Settings): () => KeptFiles {
  let opened: KeptFiles | undefined;
  return () => (opened ??= openKeptFiles(outDir, outputNotes(cacheDir, outDir)));
}

/** Lets the next build make everything again. */
export function forgetOutput({ outDir, cacheDir }: Settings): void {
  rmSync(outputNotes(cacheDir, outDir), { force: true });
}
