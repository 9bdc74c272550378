import { readSettings } from '../../src/compile/settings.ts';
import { plural } from '../../src/model/problem.ts';
import { readSource } from '../adapters/read-source.ts';
import { readFlags } from '../flags.ts';
import type { World } from '../world.ts';

/** Lists the topics with how many posts they have, and returns the exit code. */
export async function listTags(args: string[], world: World): Promise<number> {
  readFlags(args, {});
  const source = await readSource(readSettings(world.cwd, world.env, world.now()), world);
  const counts = new Map<string, number>();
  for (const { data } of source.posts)
    for (const tag of data.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const { tags } = source.tags.data;
  const rows = tags
    .map(({ slug, label, aliases }) => ({ slug, label, aliases, count: counts.get(slug) ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1));
  const width = Math.max(0, ...rows.map(({ slug }) => slug.length));
  for (const { slug, label, aliases, count } of rows) {
    const others = aliases.length === 0 ? '' : ` (${aliases.join(', ')})`;
    world.stdout.write(`${String(count).padStart(5)}  ${slug.padEnd(width)}  ${label}${others}\n`);
  }
  world.stdout.write(`${plural(rows.length, 'topic')} in ${plural(source.posts.length, 'post')}.\n`);
  return 0;
}
