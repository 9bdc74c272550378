import { join } from 'node:path';
import { forgetOutput } from '../../src/build/output-files.ts';
import { isBuildMessage, type BuildMessage } from '../../src/compile/build-messages.ts';
import { readSettings } from '../../src/compile/settings.ts';
import { isError } from '../../src/model/problem.ts';
import { progressLine } from '../adapters/progress-line.ts';
import { runScript } from '../adapters/tool.ts';
import { waitForLock } from '../adapters/turn.ts';
import { typeScriptFlags } from '../bootstrap/node-version.mjs';
import { readFlags, UsageError } from '../flags.ts';
import type { World } from '../world.ts';
import { print } from './check.ts';

export const summary = 'Checks the content and writes the site to dist/.';
export const usage = `
npm run build
npm run build -- --preview
npm run build -- --explain

Checks the content, builds every page, the feeds and the search index, and looks at the result before it calls it done.

  --preview   shows drafts, scheduled and expired posts as well, each marked as what it is
  --explain   says why each page was made anew, and what became of the search index
`;

/** Builds the site and returns the exit code. Nothing is published when the content has a problem. */
export async function run(args: string[], world: World): Promise<number> {
  const { values, positionals } = readFlags(args, {
    preview: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
  });
  if (positionals.length > 0)
    throw new UsageError(`"build" takes no other words, and got "${positionals.join(' ')}".`);
  const env = {
    ...world.env,
    ...(values.preview && { WATERCOOLER_PREVIEW: '1' }),
    ...(values.explain && { WATERCOOLER_EXPLAIN: '1' }),
  };
  // Astro works in one folder beside the engine, whatever is built and wherever it goes.
  const lock = await waitForLock(join(world.cwd, '.cache', 'build.lock'), 'Another build', world);
  if (lock === undefined) return 130;
  const started = performance.now();
  const build = buildPages({ ...world, env });
  const { code, output, errors, isSound, pages, made, explained, outDir } = await build.finally(() =>
    lock.release(),
  );
  if (!isSound) return 1;
  if (code !== 0 || errors.length > 0) {
    world.stderr.write(`${output}\n${failure(code, errors)}\n`);
    return 1;
  }
  const anew = made === pages ? '' : `, ${made === 0 ? 'none' : made} of them anew`;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (values.explain) world.stdout.write(explanation(explained));
  world.stdout.write(`Built ${pages} pages into ${outDir}${anew}. ${seconds} s\n`);
  return 0;
}

interface Build {
  code: number;
  output: string;
  /** What was logged as errors. */
  errors: readonly string[];
  outDir: string;
  /** Whether the check found no problem, as far as it came. */
  isSound: boolean;
  pages: number;
  /** How many of the pages were made anew. */
  made: number;
  explained: Explained | undefined;
}

type Explained = Extract<BuildMessage, { kind: 'explained' }>;

/** Reads, checks and builds the blog in one go, and says what the check found as soon as it is known. */
async function buildPages(world: World): Promise<Build> {
  const { cwd, env, signal, stdout } = world;
  const chunks: string[] = [];
  const progress = progressLine('Checking', world);
  let isSound = true;
  let built = { pages: 0, made: 0 };
  let explained: Explained | undefined;
  const hear = (message: BuildMessage): void => {
    if (message.kind === 'progress') {
      progress.show(message.done, message.total);
      return;
    }
    if (message.kind === 'built') {
      built = message;
      return;
    }
    if (message.kind === 'explained') {
      explained = message;
      return;
    }
    progress.clear();
    print(message.report, 'text', undefined, world);
    if (message.age !== undefined) stdout.write(`${message.age}\n`);
    isSound = !message.report.problems.some(isError);
    // Pages show nothing that is not known; whoever builds hears what that is.
    if (isSound && message.unknown !== undefined) stdout.write(`${message.unknown}\n`);
    if (isSound) stdout.write('Building the pages and the search index.\n');
  };
  const code = await runScript(join(cwd, 'src', 'build', 'run.ts'), [], {
    cwd,
    flags: typeScriptFlags(process.versions.node),
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    signal,
    onOutput: (text) => chunks.push(text),
    onMessage: (message) => {
      if (isBuildMessage(message)) hear(message);
    },
  });
  progress.clear();
  const output = chunks.join('');
  const errors = loggedErrors(output);
  const settings = readSettings(cwd, env, world.now());
  // What was logged is not to be passed over by the next build, which may find nothing to do.
  if (code === 0 && errors.length > 0) forgetOutput(settings);
  const { pages, made } = built;
  return { code, output, errors, outDir: settings.outDir, isSound, pages, made, explained };
}

/** What was made and why: pages with the same reason stand together. */
function explanation(explained: Explained | undefined): string {
  if (explained === undefined) return 'Nothing was made: everything is as the last build has left it.\n';
  const { pages, index } = explained;
  const reasons = Map.groupBy(pages, ([, reason]) => reason);
  const groups = [...reasons].map(([reason, group]) => {
    const paths = group.map(([path]) => `  ${path}\n`).sort();
    return `${group.length === 1 ? 'This' : `Each of these ${group.length}`} ${reason}:\n${paths.join('')}`;
  });
  return `${groups.join('')}The search index: ${index}\n`;
}

/** Astro logs an entry that cannot be rendered and goes on to publish an empty page, so each logged error counts. */
function loggedErrors(output: string): string[] {
  return output.split('\n').filter((line) => line.includes('[ERROR]'));
}

function failure(code: number, errors: readonly string[]): string {
  return code !== 0
    ? 'The build failed; what it said stands above. Do not publish what is in the output folder.'
    : `The build logged ${String(errors.length)} errors, so it does not count. Do not publish what is in the output folder.`;
}
