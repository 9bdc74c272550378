import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings, type Settings } from '../../src/compile/settings.ts';
import { plural } from '../../src/model/problem.ts';
import { readSource } from '../adapters/read-source.ts';
import { writeWhole } from '../adapters/whole-files.ts';
import { readFlags, UsageError } from '../flags.ts';
import type { World } from '../world.ts';
import { ownersList, type OwnersList } from '../writing/owners-list.ts';
import { refuse } from '../last-words.ts';

export const summary = 'Writes the list of who is asked to review which file (CODEOWNERS).';
export const usage = `
npm run owners
npm run owners -- --dry-run

Writes CODEOWNERS where the forge of site.yml looks for it: .github/, .gitlab/, .gitea/ or .forgejo/. A post belongs to its
owner, or else to its first author, and to the stewards of its group; a group to its stewards; everything else, and new
posts, to the people in forge.maintainers of site.yml. Whoever is alone gets these beside them, because nobody can approve a
change of their own. People are named by the field "login" of their file in content/authors.

The check fails when the list says something else than the content.

  --dry-run   print the list, and write nothing
  --replace   write over a list that somebody keeps by hand
`;

/** Writes the list, says whom it cannot name, and returns the exit code. */
export async function run(args: string[], world: World): Promise<number> {
  const { values, positionals } = readFlags(args, {
    'dry-run': { type: 'boolean', default: false },
    replace: { type: 'boolean', default: false },
  });
  if (positionals.length > 0)
    throw new UsageError(`"owners" takes no other words, and got "${positionals.join(' ')}".`);
  const settings = readSettings(world.cwd, world.env, world.now());
  const source = await readSource(settings, world);
  const list = await ownersList(settings.root, source);
  if (list === undefined)
    return refuse(world, `${settings.label}/${reason(source.site?.data.forge !== undefined)}`);
  if (values['dry-run']) {
    world.stdout.write(list.text);
    return 0;
  }
  if (list.isKept && !values.replace)
    return refuse(
      world,
      `Somebody keeps ${list.path} by hand: it does not begin as this command writes it. To write over it: npm run owners -- --replace`,
    );
  const isNew = list.text !== list.before;
  if (isNew) await writeWhole(join(settings.root, list.path), list.text);
  const lines = plural(list.text.split('\n').length - 1, 'line');
  world.stdout.write(`${isNew ? `Wrote ${list.path}: ${lines}.` : `${list.path} was up to date.`}\n`);
  const advice = [
    ...unnamed(list, settings),
    ...(source.site?.data.forge?.maintainers === undefined ? [noMaintainers] : []),
    ...(await readBefore(settings.root, list.path)),
  ];
  for (const line of advice) world.stdout.write(`${line}\n`);
  return 0;
}

function reason(hasForge: boolean): string {
  return hasForge
    ? 'posts, authors or groups hold a file that cannot be read, so nobody knows who answers for it. Mend it first: npm run check'
    : 'site.yml names no forge, so nobody would read a list of owners.';
}

const noMaintainers =
  'Nobody is asked about the engine and about new posts: add "maintainers" to the forge in content/site.yml.';

/** People who cannot be asked, because no file says what the forge calls them. */
function unnamed(list: OwnersList, { label }: Settings): string[] {
  return [...list.unnamed].map(
    ([slug, paths]) =>
      `${label}/authors/${slug}.yml has no login that a forge could know, so ${plural(paths.length, 'file')} went to others: ${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ' …' : ''}`,
  );
}

/** Lists that the forge would read in the place of ours. */
async function readBefore(root: string, path: string): Promise<string[]> {
  const first = path.startsWith('.github/') ? [] : ['CODEOWNERS', 'docs/CODEOWNERS'];
  const found = await Promise.all(
    first.map((name) =>
      access(join(root, name)).then(
        () => [`The forge reads ${name} and not ${path}: take one of them away.`],
        () => [],
      ),
    ),
  );
  return found.flat();
}
