import { rmSync } from 'node:fs';
import type { Settings } from '../compile/settings.ts';
import { openKeptFiles, type KeptFiles } from '../plan/kept-files.ts';
import type { OutputLook } from '../plan/output-look.ts';
import { outputNotes } from '../plan/output-notes.ts';

/** Opens the files of the output when they are asked for first. `look` is how they stand there, if somebody has looked. */
export function outputFiles({ outDir, cacheDir }: Settings, look?: OutputLook): () => KeptFiles {
  let opened: KeptFiles | undefined;
  return () => (opened ??= openKeptFiles(outDir, outputNotes(cacheDir, outDir), look));
}

/** Lets the next build make everything again. */
export function forgetOutput({ outDir, cacheDir }: Settings): void {
  rmSync(outputNotes(cacheDir, outDir), { force: true });
}
