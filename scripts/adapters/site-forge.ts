import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from '../../src/compile/settings.ts';
import { forgeNames, restUrl } from '../../src/model/forge.ts';
import { siteSchema, type Forge, type Site } from '../../src/model/site.ts';
import { readFile as readContentFile } from '../../src/source/read-file.ts';
import type { World } from '../world.ts';
import type { ForgeOptions, Pace } from './patient-octokit.ts';

/** The forge that site.yml names, and how it is spoken to with the token of the environment. */
export interface SiteForge {
  site: Site;
  forge: Forge;
  /** For its REST API. */
  options: ForgeOptions & { repository: string };
}

/** Finds out where to ask, or says in a sentence why nobody can be asked; `what` names what the token has to be allowed. */
export async function siteForge(
  world: World,
  what: string,
  pace?: Pace,
): Promise<SiteForge | { obstacle: string }> {
  const { dir, label } = readSettings(world.cwd, world.env, world.now());
  const site = await readSite(dir);
  if (site === undefined)
    return {
      obstacle: `${label}/site.yml cannot be used as it is. What is wrong with it says: npm run check`,
    };
  const { forge } = site;
  if (forge === undefined)
    return { obstacle: `${label}/site.yml names no forge, so there is nobody to ask.` };
  if (forge.kind !== 'github')
    return {
      obstacle: `This speaks to GitHub only, and ${label}/site.yml says that the forge is ${forgeNames[forge.kind]}.`,
    };
  const token = world.env['GITHUB_TOKEN'] || world.env['GH_TOKEN'];
  if (!token)
    return {
      obstacle: `There is no token. Make one that may ${what}, and put it into the environment variable GITHUB_TOKEN or GH_TOKEN.`,
    };
  return {
    site,
    forge,
    options: {
      ...{ base: restUrl(forge), repository: forge.repository, token, signal: world.signal },
      onPause: (seconds) => world.stderr.write(`The forge asks for a pause of ${seconds} s.\n`),
      ...(pace !== undefined && { pace }),
    },
  };
}

/** The site.yml of a content folder; undefined when it cannot be used. */
async function readSite(dir: string): Promise<Site | undefined> {
  const bytes = await readFile(join(dir, 'site.yml')).catch(() => undefined);
  if (bytes === undefined) return undefined;
  return siteSchema.safeParse(readContentFile({ kind: 'site', path: 'site.yml', bytes }).data).data;
}
