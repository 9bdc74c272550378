import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { besideKey, buildFurther } from '../../../src/build/further.ts';
import { outputFiles } from '../../../src/build/output-files.ts';
import { createPageMaker } from '../../../src/build/pages.ts';
import { keepProgram, programFolder } from '../../../src/build/program.ts';
import { readSettings, type Settings } from '../../../src/compile/settings.ts';
import { temporaryFolder, writeFiles } from '../../support/content.ts';

// A program of two pages, of which one throws while there is a certain file.
const program = `import { existsSync } from 'node:fs';
const page = (pathname, component) => ({ pathname, cacheKey: 'shown', route: { type: 'page', component } });
export const paths = async () => [page('/', 'src/pages/index.astro'), page('/rules/', 'src/pages/rules.astro')];
export const render = async ({ url }) => {
  if (existsSync(new URL('broken', import.meta.url))) throw new Error('No foot.');
  return new Response('Made of ' + url);
};
`;
const beside = ['_astro/base.css', 'favicon.svg'];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let settings: Settings;
beforeEach(async () => {
  folder = await temporaryFolder();
  await writeFiles(folder.dir, {
    'astro.config.mjs': '',
    'package-lock.json': '',
    'bundled/page-program.mjs': program,
  });
  settings = readSettings(folder.dir, { WATERCOOLER_DAY: '2026-11-22' }, new Date());
  const { root, outDir } = settings;
  keepProgram(root, join(root, 'bundled'), {
    ...{ outDir, key: 'engine', beside },
    code: [
      ['src/pages/index.astro', 'index'],
      ['src/pages/rules.astro', 'rules'],
    ],
  });
  const files = outputFiles(settings)();
  await writeFiles(settings.outDir, { '_astro/base.css': 'p {}\n', 'favicon.svg': '<svg></svg>\n' });
  for (const path of beside) files.written(path, besideKey('engine'));
  files.finish('everything');
});
afterEach(() => folder.remove());

/** Builds with the engine that has this key, and gives the paths of the pages that were made; undefined when a bundler has to. */
async function build(engine = 'engine'): Promise<string[] | undefined> {
  const made: string[] = [];
  const files = outputFiles(settings);
  const watcher = { planned: () => Promise.resolve([]), written: (path: string) => void made.push(path) };
  const isMade = await buildFurther({
    ...{ settings, files, told: () => [] },
    maker: createPageMaker({ ...settings, site: () => 'https://blog.example' }, files, watcher),
    keys: () => ({ program: engine, output: 'everything' }),
    finish: () => {
      files().finish('everything');
      return Promise.resolve();
    },
    get folder(): never {
      throw new Error('The content is of no interest.');
    },
  });
  return isMade ? made : undefined;
}

describe('a build with the program that the last one has left', () => {
  it('makes the pages that are missing, and no other', async () => {
    expect(await build()).toEqual(['index.html', 'rules/index.html']);
    expect(await build()).toEqual([]);
    await rm(join(settings.outDir, 'rules/index.html'));
    expect(await build()).toEqual(['rules/index.html']);
  });

  const damages: [string, () => Promise<void>][] = [
    ['it is gone', () => rm(programFolder(settings.root, settings.outDir), { recursive: true })],
    ['a style of the output is gone', () => rm(join(settings.outDir, '_astro/base.css'))],
    [
      'an icon of the output is another',
      () => writeFile(join(settings.outDir, 'favicon.svg'), '<svg>!</svg>'),
    ],
    ['nothing is known of the output', () => rm(settings.cacheDir, { recursive: true })],
  ];
  it.each(damages)('is left to the bundler when %s', async (_what, damage) => {
    await build();
    await damage();
    expect(await build()).toBeUndefined();
  });

  it('is left to the bundler when the engine has changed', async () => {
    expect(await build('another engine')).toBeUndefined();
  });

  it('says which page could not be made, and why', async () => {
    await writeFile(join(programFolder(settings.root, settings.outDir), 'broken'), '');
    await expect(build()).rejects.toThrow(
      expect.objectContaining({
        message: 'The page / could not be made.',
        cause: expect.objectContaining({ message: 'No foot.' }) as unknown,
      }) as Error,
    );
  });
});
