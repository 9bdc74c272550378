import { compileContent } from '../../src/compile/compile-content.ts';
import { readSettings } from '../../src/compile/settings.ts';
import { createCatalogue, type Catalogue } from '../../src/model/catalogue.ts';
import { addDuration, durationSchema } from '../../src/model/day.ts';
import { duePosts, type Due } from '../../src/model/freshness.ts';
import { groupSlug } from '../../src/model/slug.ts';
import type { World } from '../world.ts';

export interface DueOptions {
  /** How many days ahead is looked, up to 999. */
  days: number;
  /** A closed group whose posts count as well. */
  group: string | undefined;
}

/** The posts that are due, and the blog that they are in; or why nobody can say, as a sentence. */
export async function readDue(
  { days, group }: DueOptions,
  world: World,
): Promise<{ due: Due[]; catalogue: Catalogue } | { obstacle: string }> {
  const settings = readSettings(world.cwd, world.env, world.now());
  const { compiled } = await compileContent(settings);
  if (compiled === undefined)
    return {
      obstacle: `${settings.label}/site.yml cannot be used as it is. What is wrong with it says: npm run check`,
    };
  const { content } = compiled;
  const view = settings.view(content.site);
  const members = { kind: 'members' as const, group: groupSlug.parse(group ?? 'nobody') };
  const catalogue = createCatalogue(content, { ...view, ...(group !== undefined && { audience: members }) });
  const until = addDuration(view.day, durationSchema.parse(`${days} days`));
  return { due: duePosts(catalogue, until), catalogue };
}
