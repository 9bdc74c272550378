import type { AstroIntegration } from 'astro';
import { join } from 'node:path';
import type { Build } from '../build/build.ts';
import { besideKey } from '../build/further.ts';
import { keepProgram, loadProgram, type PageProgram } from '../build/program.ts';
import { startPhase } from '../compile/timings.ts';
import { filesIn } from '../plan/files-in.ts';
import type { BundledProgram } from './bundled-program.ts';

/**
 * Lets Astro make the pages that have to be made, with the program that its bundler has made of them, and keeps that program
 * for the next build. Everything else in the output is made again. The integration stands last, because it notes how the
 * output is left.
 */
export function keptOutput(
  { settings: { root, outDir }, files, maker, keys, finish }: Build,
  bundled: () => BundledProgram,
): AstroIntegration {
  let endRendering: (() => void) | undefined;
  let program: PageProgram | undefined;
  const loaded = async () => (program ??= await loadProgram(bundled().folder));
  const keep = () => {
    const key = keys().program;
    const styles = filesIn(join(outDir, '_astro')).map((path) => `_astro/${path}`);
    const beside = [...styles, ...filesIn(join(root, 'public'))];
    for (const path of beside) files().written(path, besideKey(key));
    keepProgram(root, bundled().folder, { outDir, key, code: [...bundled().code], beside });
  };
  return {
    name: 'watercooler-kept-output',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ vite: { build: { emptyOutDir: false } } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        endRendering = startPhase('render');
        files().takeAway(besideKey(''));
        setPrerenderer({
          name: 'watercooler',
          getStaticPaths: async () => maker.toMake(await loaded(), bundled().code),
          render: async (request, { routeData }) => maker.make(await loaded(), request, routeData),
          teardown: async () => {
            keep();
            return Promise.resolve();
          },
        });
      },
      'astro:build:done': async () => {
        endRendering?.();
        await finish();
      },
    },
  };
}
