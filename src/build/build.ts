import { join } from 'node:path';
import { tellCommand } from '../compile/build-messages.ts';
import { openContentFolder, shareContentFolder, type ContentFolder } from '../compile/content-folder.ts';
import { readSettings, type Settings } from '../compile/settings.ts';
import { openKeptFiles, type KeptFiles } from '../plan/kept-files.ts';
import { digestOf } from '../source/digest.ts';
import { inspectPages } from './gate.ts';
import { searchIndexing } from './indexing.ts';
import { createPageMaker, type PageMaker } from './pages.ts';
import { publishEditor, publishFiles } from './published-files.ts';

/** What a build works with, whether it goes through Astro or not. */
export interface Build {
  settings: Settings;
  folder: ContentFolder;
  /** The files of the output, opened when they are asked for first. */
  files: () => KeptFiles;
  maker: PageMaker;
  /** Does what comes after the pages, looks at them, and notes how the output is left. */
  finish: () => Promise<void>;
}

const key = Symbol.for('watercooler.build');
const registry = globalThis as { [key]?: Promise<Build> | undefined };

/**
 * The build of this process: the content folder is read and checked once, and whoever started the process hears what was
 * found. Like that folder, it is known on both sides of Vite.
 */
export function openBuild(root: string): Promise<Build> {
  registry[key] ??= open(readSettings(root, process.env, new Date()));
  return registry[key];
}

async function open(settings: Settings): Promise<Build> {
  const { outDir, cacheDir } = settings;
  const folder = await openContentFolder(settings, tellCommand);
  shareContentFolder(folder);
  let opened: KeptFiles | undefined;
  const files = () => (opened ??= openKeptFiles(outDir, join(cacheDir, `output-${digestOf(outDir)}.json`)));
  const indexing = searchIndexing(folder, settings);
  const maker = createPageMaker(settings, files, indexing);
  return {
    ...{ settings, folder, files, maker },
    finish: async () => {
      const { all, rendered } = maker.pages();
      await publishFiles(folder, settings, files());
      await publishEditor(folder, outDir, files());
      await inspectPages(folder.catalogue(), maker.pages(), outDir);
      await indexing.finish();
      files().finish();
      const count = (paths: readonly string[]) => paths.filter((path) => path.endsWith('.html')).length;
      await tellCommand({ kind: 'built', pages: count(all), made: count(rendered) });
    },
  };
}
