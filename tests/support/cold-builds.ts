import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { keptProgram } from '../../src/build/program.ts';
import { outputNotes, readNotes, writeNotes } from '../../src/plan/output-notes.ts';
import { copyEngine } from './copied-engine.ts';
import { readTree } from './run-watercooler.ts';

/** Builds a content folder from nothing, again and again: with no page, no record and no index of a build before. */
export interface ColdBuilds {
  /** Where the output lies. */
  out: string;
  /** Builds in a new process, which bundles the program of all pages in a new copy of the engine. */
  bundle: (day: string) => Promise<Map<string, Buffer>>;
  /** Builds with the program of the last one that did so. */
  build: (day: string) => Promise<Map<string, Buffer>>;
}

/** `run` builds with the engine in a folder. Everything that this writes is in `dir`. */
export function openColdBuilds(
  { dir, content, engine }: { dir: string; content: string; engine: string },
  run: (
    engine: string,
    folders: { content: string; out: string; cache: string },
    day: string,
  ) => Promise<void>,
): ColdBuilds {
  const folders = { content, out: join(dir, 'cold'), cache: join(dir, 'cold-cache') };
  // Astro keeps what it works with beside the engine, and two builds at once would share it.
  const coldEngine = join(dir, 'cold-engine');
  // What the bundler has made: the styles and scripts of the output, and the notes that say so.
  const bundled = { out: join(dir, 'bundled'), cache: join(dir, 'bundled-cache') };

  return {
    out: folders.out,
    bundle: async (day) => {
      await removeAll(folders.out, folders.cache, coldEngine, bundled.out, bundled.cache);
      await copyEngine(coldEngine, engine);
      await run(coldEngine, folders, day);
      await keepBundled();
      return readTree(folders.out);
    },
    build: async (day) => {
      await removeAll(folders.out, folders.cache);
      await cp(bundled.out, folders.out, { recursive: true });
      await cp(bundled.cache, folders.cache, { recursive: true });
      await run(coldEngine, folders, day);
      return readTree(folders.out);
    },
  };

  async function keepBundled(): Promise<void> {
    const beside = new Set(keptProgram(coldEngine, folders.out)?.beside);
    const notes = (cache: string) => outputNotes(cache, folders.out);
    const { savedAt, files } = readNotes(notes(folders.cache), folders.out);
    for (const path of beside) await cp(join(folders.out, path), join(bundled.out, path));
    writeNotes(notes(bundled.cache), {
      ...{ outDir: folders.out, savedAt, key: 'what was bundled' },
      files: [...files].filter(([path]) => beside.has(path)),
    });
  }
}

async function removeAll(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}
