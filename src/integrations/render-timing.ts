import type { AstroIntegration } from 'astro';
import { startPhase } from '../compile/timings.ts';

/** Measures how long Astro takes from the start of a build to the last page, bundling included. */
export function renderTiming(): AstroIntegration {
  let end: (() => void) | undefined;
  return {
    name: 'watercooler-render-timing',
    hooks: {
      'astro:build:start': () => {
        end = startPhase('render');
      },
      'astro:build:generated': () => {
        end?.();
      },
    },
  };
}
