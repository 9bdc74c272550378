import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { keptProgram } from '../../src/build/program.ts';
import { outputNotes, readNotes, writeNotes } from '../../src/plan/output-notes.ts';
import { copyEngine } from './copied-engine.ts';
import { buildOnce, openLastingBuilder, type LastingBuilder } from './engine-builds.ts';
import { readTree } from './run-watercooler.ts';

/** Builds a content folder from nothing, again and again: with no page, no record and no index of a build before. */
export interface ColdBuilds {
  /** Where the output lies. */
  out: string;
  /** Builds in a new process, which bundles the program of all pages in a new copy of the engine. */
  bundle: (day: string) => Promise<Map<string, Buffer>>;
  /** Builds with the program of the last one that did so, in a process that has built with it before, but for the first time. */
  build: (day: string) => Promise<Map<string, Buffer>>;
  close: () => void;
}

/** Everything that this writes is in `dir`. */
export function openColdBuilds({
  dir,
  content,
  engine,
}: {
  dir: string;
  content: string;
  engine: string;
}): ColdBuilds {
  const folders = { content, out: join(dir, 'cold'), cache: join(dir, 'cold-cache') };
  // Astro keeps what it works with beside the engine, and two builds at once would share it.
  const coldEngine = join(dir, 'cold-engine');
  // What the bundler has made: the styles and scripts of the output, and the notes that say so.
  const bundled = { out: join(dir, 'bundled'), cache: join(dir, 'bundled-cache') };
  let builder: LastingBuilder | undefined;
  const close = () => {
    builder?.close();
    builder = undefined;
  };

  return {
    out: folders.out,
    bundle: async (day) => {
      close();
      await removeAll(folders.out, folders.cache, coldEngine, bundled.out, bundled.cache);
      await copyEngine(coldEngine, engine);
      await buildOnce(coldEngine, folders, day);
      await keepBundled();
      return readTree(folders.out);
    },
    build: async (day) => {
      await removeAll(folders.out, folders.cache);
      await cp(bundled.out, folders.out, { recursive: true });
      await cp(bundled.cache, folders.cache, { recursive: true });
      builder ??= openLastingBuilder(coldEngine, folders);
      await builder.build(day).catch((error: unknown) => {
        // The process has ended with the build.
        builder = undefined;
        throw error;
      });
      return readTree(folders.out);
    },
    close,
  };

  async function keepBundled(): Promise<void> {
    const beside = new Set(keptProgram(coldEngine, folders.out)?.beside);
    const notes = (cache: string) => outputNotes(cache, folders.out);
    const { savedAt, files } = readNotes(notes(folders.cache), folders.out);
    for (const path of beside) await cp(join(folders.out, path), join(bundled.out, path));
    writeNotes(notes(bundled.cache), {
      ...{ outDir: folders.out, savedAt, key: 'what was bundled' },
      files: [...files].filter(([path]) => beside.has(path)),
      folders: [],
    });
  }
}

async function removeAll(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}
