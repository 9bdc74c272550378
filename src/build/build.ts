import { tellBuilt, tellCommand, type BuildMessage } from '../compile/build-messages.ts';
import { openContentFolder, shareContentFolder, type ContentFolder } from '../compile/content-folder.ts';
import type { Settings } from '../compile/settings.ts';
import type { KeptFiles } from '../plan/kept-files.ts';
import { createGate } from './gate.ts';
import { searchIndexing } from './indexing.ts';
import { outputKey, programKey } from './keys.ts';
import { outputFiles } from './output-files.ts';
import { createPageMaker, type PageMaker } from './pages.ts';
import { makePictures, publishEditor, publishFiles } from './published-files.ts';

/** What a build works with, whether it goes through Astro or not. */
export interface Build {
  settings: Settings;
  folder: ContentFolder;
  /** The files of the output, opened when they are asked for first. */
  files: () => KeptFiles;
  maker: PageMaker;
  /** What the program of pages, and what the whole output is made from. */
  keys: () => { program: string; output: string };
  /** Does what comes after the pages, looks at them, and notes how the output is left. */
  finish: () => Promise<void>;
  /** What whoever started the process has heard so far, besides how far it has come. */
  told: () => readonly BuildMessage[];
}

const key = Symbol.for('watercooler.build');
const registry = globalThis as { [key]?: Promise<Build> | undefined };

/**
 * The build of this process: the content folder is read and checked once, and whoever started the process hears what was
 * found. Like that folder, it is known on both sides of Vite.
 */
export function openBuild(settings: Settings, files = outputFiles(settings)): Promise<Build> {
  registry[key] ??= open(settings, files);
  return registry[key];
}

async function open(settings: Settings, files: () => KeptFiles): Promise<Build> {
  const told: BuildMessage[] = [];
  const folder = await openContentFolder(settings, async (message) => {
    if (message.kind !== 'progress') told.push(message);
    await tellCommand(message);
  });
  // Nothing is looked at twice while it is built.
  folder.settle();
  shareContentFolder(folder);
  const indexing = searchIndexing(folder, settings);
  const gate = createGate();
  const maker = createPageMaker({ ...settings, site: () => folder.compiled().content.site.url }, files, {
    planned: indexing.planned,
    written: (path, page) => {
      gate.look(path, page);
      indexing.written(path, page);
    },
  });
  const pictures = makePictures(folder, settings.cacheDir, files());
  // It is waited for when the pages are made. Until then, nothing else hears that it failed.
  pictures.catch(() => undefined);
  let known: ReturnType<Build['keys']> | undefined;
  const keys = () => {
    if (known === undefined) {
      const program = programKey(settings.root, folder);
      known = { program, output: outputKey(program, folder) };
    }
    return known;
  };
  return {
    ...{ settings, folder, files, maker, keys },
    told: () => told,
    finish: async () => {
      await pictures;
      await publishFiles(folder, settings, files());
      publishEditor(folder, files());
      gate.inspect(folder.catalogue(), maker.pages().all);
      await folder.keep();
      const index = await indexing.finish(files());
      files().finish(keys().output);
      const { rendered } = maker.pages();
      if (settings.explain) await tellCommand({ kind: 'explained', pages: [...maker.reasons()], index });
      await tellBuilt(files().paths(), rendered);
    },
  };
}
