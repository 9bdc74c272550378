import { judgeContent } from '../../src/compile/judge-content.ts';
import { readSettings } from '../../src/compile/settings.ts';
import { formatProblems, isError, plural } from '../../src/model/problem.ts';
import { readFlags, UsageError } from '../flags.ts';
import type { World } from '../world.ts';

export const summary = 'Says everything that is wrong with the content, with file, line and column.';
export const usage = `
npm run check

Reads every file of the content folder with the rules of the build, and prints every problem at once: where it is, what
it is, and how to mend it. Nothing is written but a cache. The exit code is 1 when there is a problem.
`;

/** Prints all problems, or that there are none, and returns the exit code. */
export async function run(args: string[], world: World): Promise<number> {
  const { positionals } = readFlags(args, {});
  if (positionals.length > 0)
    throw new UsageError(`"check" takes no other words, and got "${positionals.join(' ')}".`);
  return (await check(world)) ? 0 : 1;
}

/** Whether the content is sound. What is wrong goes to stderr. */
export async function check({ cwd, env, now, stdout, stderr }: World): Promise<boolean> {
  const started = performance.now();
  const settings = readSettings(cwd, env, now());
  const { problems, source } = await judgeContent(settings, { render: false }, (judged) => judged);
  if (problems.length > 0) stderr.write(`${formatProblems(problems)}\n`);
  if (problems.some(isError)) return false;
  const { posts, threads } = source;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  stdout.write(
    `Checked ${plural(posts.length, 'post')} and ${plural(threads.length, 'thread')}: no problems. ${seconds} s\n`,
  );
  return true;
}
