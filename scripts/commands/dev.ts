import { runScript, toolScript } from '../adapters/tool.ts';
import type { World } from '../world.ts';

export const summary = 'Serves the blog while you write: a saved file is on the screen at once.';
export const usage = `
npm run dev
npm run dev -- --port 4400

Serves the blog while you write. Drafts, scheduled and expired posts are shown, marked. A file with a mistake shows what
is wrong over the page and here, and the last good version stays. Search needs a build, and says so. Other flags go to astro dev.
`;

/** Serves until the signal comes, and returns the exit code. */
export async function run(args: string[], { cwd, env, signal, stdout }: World): Promise<number> {
  // The first look takes several seconds, and Astro says nothing before its end.
  stdout.write('Reading the content, and starting the server.\n');
  const code = await runScript(await toolScript(cwd, 'astro', 'astro'), ['dev', ...args], {
    cwd,
    env: { WATERCOOLER_PREVIEW: '1', ...env, ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0' },
    signal,
    onOutput: (text) => stdout.write(text),
  });
  return signal.aborted ? 0 : code;
}
