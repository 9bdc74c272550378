import { readSettings } from '../../src/compile/settings.ts';
import { readSource } from '../adapters/read-source.ts';
import { readFlags, UsageError } from '../flags.ts';
import { described } from '../renaming/described.ts';
import { planRename } from '../renaming/plan-rename.ts';
import { makeChanges } from '../writing/make-changes.ts';
import type { World } from '../world.ts';

export const summary = 'Gives a post another slug, and mends everything that names it.';
export const usage = `
npm run rename first-day-checklist day-one-at-work
npm run rename -- first-day-checklist day-one-at-work --dry-run

Moves the file, or the folder with its pictures, and writes the old slug into the field "formerly": the old address leads to
the new one, and the conversation stays. Then mends what names the post: [[links]], permalinks, paths, steps of learning
paths, pinned posts and redirects. Everything is changed, or nothing.

  --dry-run   say what would change, line by line, and write nothing
`;

/** Renames, says what changed, and returns the exit code. */
export async function run(args: string[], world: World): Promise<number> {
  const { values, positionals } = readFlags(args, { 'dry-run': { type: 'boolean', default: false } });
  const [old, to] = positionals;
  if (old === undefined || to === undefined || positionals.length > 2)
    throw new UsageError('Name the post, and what it should be called: npm run rename old-slug new-slug');
  const settings = readSettings(world.cwd, world.env, world.now());
  const from = slugNamedBy(old);
  const plan = await planRename(settings, await readSource(settings, world), { from, to });
  if ('refused' in plan) {
    world.stderr.write(`${plan.refused}\nNothing was changed.\n`);
    return 1;
  }
  if (!values['dry-run']) await makeChanges(settings.dir, plan);
  world.stdout.write(`${described(plan, settings.label)}\n\n`);
  world.stdout.write(values['dry-run'] ? 'Nothing was written.\n' : done({ from, to }));
  return 0;
}

function done({ from, to }: { from: string; to: string }): string {
  return `"${from}" is called "${to}", and its old address leads there.\nLook it over: git diff HEAD, npm run check\n`;
}

/** A post may be named by its slug, its file or its address. */
function slugNamedBy(text: string): string {
  const parts = text.split(/[/\\]/u).filter((part) => part !== '');
  const last = (parts.at(-1) ?? text).replace(/\.mdx?$/u, '');
  return last === 'index' ? (parts.at(-2) ?? last) : last;
}
