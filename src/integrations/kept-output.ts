import type { AstroIntegration } from 'astro';
import { join } from 'node:path';
import type { Build } from '../build/build.ts';
import { besideKey } from '../build/further.ts';
import { keepProgram, loadProgram } from '../build/program.ts';
import { startPhase } from '../compile/timings.ts';
import { filesIn } from '../plan/files-in.ts';
import type { BundledProgram } from './bundled-program.ts';

/**
 * Makes the pages that have to be made, with the program that Astro's bundler has made of them, and keeps that program for the
 * next build. The integration stands last, because it notes how the output is left.
 */
export function keptOutput(
  { settings: { root, outDir }, files, maker, keys, finish }: Build,
  bundled: () => BundledProgram,
): AstroIntegration {
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
        const endRendering = startPhase('render');
        files().takeAway(besideKey(''));
        setPrerenderer({
          name: 'watercooler',
          // All pages are made here, where they are written without waiting; none is left for Astro.
          getStaticPaths: async () => {
            const { folder, code } = bundled();
            await maker.make(await loadProgram(folder), code);
            keep();
            endRendering();
            return [];
          },
          render: () => Promise.reject(new Error('Every page has been made.')),
        });
      },
      'astro:build:done': async () => {
        await finish();
      },
    },
  };
}
