import { readSettings } from '../../src/compile/settings.ts';
import { readContent } from '../../src/source/read-content.ts';
import { ForgeError } from '../adapters/forge-error.ts';
import { progressLine } from '../adapters/progress-line.ts';
import { rollIssue, type Rolled } from '../adapters/rolling-issue.ts';
import { siteForge } from '../adapters/site-forge.ts';
import { readFlags, UsageError } from '../flags.ts';
import { followAll, usualManners, type Manners } from '../links/follow-all.ts';
import { leadsNowhere, linkMarkdown, linkText } from '../links/link-report.ts';
import { outwardLinks } from '../links/outward-links.ts';
import type { World } from '../world.ts';
import { fail, sentencesOf } from '../last-words.ts';

export const summary = 'Follows the links that lead out of the blog, and says which lead nowhere.';
export const usage = `
npm run links
npm run links -- --issue

Asks every address outside the blog that is written in a post, a page, a path, a group or an author's file, once and with a
pause between two pages of a host. A link leads nowhere when its server says that there is no such page, or when there is no
such server. Of pages behind a login, of slow servers and of those with other trouble nobody can say, and they are listed
apart. Links within the blog are a matter of npm run check. The exit code is 1 when a link leads nowhere.

  --issue           keep one issue on the forge about them: opened, written anew, closed when all are mended. The exit code
                    is then 0. The token is taken from GITHUB_TOKEN or GH_TOKEN; it has to be allowed to write issues
  --format <name>   text or json
`;

/** Follows the links, and returns the exit code. */
export async function run(args: string[], world: World): Promise<number> {
  return runLinks(args, world, usualManners);
}

/** The same with other manners. */
export async function runLinks(args: string[], world: World, manners: Manners): Promise<number> {
  const { values } = readFlags(args, {
    issue: { type: 'boolean', default: false },
    format: { type: 'string', default: 'text' },
  });
  if (!['text', 'json'].includes(values.format))
    throw new UsageError(`There is no format "${values.format}". The formats are: text, json.`);
  const forge = values.issue ? await siteForge(world, 'write issues') : undefined;
  if (forge !== undefined && 'obstacle' in forge) return fail(world, forge.obstacle);
  const { dir, label } = readSettings(world.cwd, world.env, world.now());
  const links = outwardLinks(await readContent({ dir, label }), label);
  const progress = progressLine('Following', world, 'links');
  const followed = await followAll(links, manners, { signal: world.signal, onDone: progress.show }).finally(
    progress.clear,
  );
  world.stdout.write(
    values.format === 'json' ? `${JSON.stringify(followed, null, 2)}\n` : `${linkText(followed)}\n`,
  );
  if (forge === undefined) return followed.some(leadsNowhere) ? 1 : 0;
  try {
    const rolled = await rollIssue(forge.options, {
      ...{ marker: 'watercooler-links', label: 'links', title: 'Links that lead nowhere' },
      body: followed.some(leadsNowhere) ? linkMarkdown(followed) : undefined,
    });
    world.stderr.write(`${sentenceAbout(rolled)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof ForgeError) return fail(world, sentencesOf(error));
    throw error;
  }
}

function sentenceAbout(rolled: Rolled): string {
  return rolled === 'nothing'
    ? 'There is no issue about links, and none is needed.'
    : `Issue ${rolled.number} is ${rolled.made}: ${rolled.url}`;
}
