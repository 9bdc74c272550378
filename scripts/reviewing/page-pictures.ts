import { join } from 'node:path';
import type { Settings } from '../../src/compile/settings.ts';
import { close, listen } from '../adapters/listen.ts';
import type { PageCamera } from '../adapters/page-camera.ts';
import { progressLine } from '../adapters/progress-line.ts';
import { readBuiltSite } from '../adapters/site-files.ts';
import { createStaticServer } from '../adapters/static-server.ts';
import { runScript } from '../adapters/tool.ts';
import type { World } from '../world.ts';
import type { PagePictures } from './html-report.ts';
import type { PageChange, Report } from './report-schema.ts';

interface Taking {
  settings: Settings;
  baseDir: string;
  report: Report;
  /** Where the sites are built. */
  folder: string;
}

const widths = [1280, 390];
const mostPages = 20;

/** Pictures of the pages that changed, before and after, by their addresses. What cannot be had is said and left out. */
export async function takePictures(
  { settings, baseDir, report, folder }: Taking,
  world: World,
): Promise<Map<string, PagePictures[]>> {
  const pictures = new Map<string, PagePictures[]>();
  const wanted = report.pages.filter(({ change }) => change !== 'gone').slice(0, mostPages);
  const chromiumPath = world.env['CHROMIUM_PATH'];
  if (wanted.length === 0) return pictures;
  if (chromiumPath === undefined) {
    world.stderr.write('There are no pictures: set CHROMIUM_PATH to a Chromium, or run it with "npm run".\n');
    return pictures;
  }
  const sites = [
    { name: 'before', dir: baseDir, cache: join(folder, 'before') },
    { name: 'after', dir: settings.dir, cache: settings.cacheDir },
  ] as const;
  const origins = new Map<string, string>();
  const servers: ReturnType<typeof createStaticServer>[] = [];
  const { openCamera } = await import('../adapters/page-camera.ts');
  let camera: PageCamera | undefined;
  try {
    for (const { name, dir, cache } of sites) {
      const out = join(folder, `site-${name}`);
      if (!(await build({ root: settings.root, dir, cache, out, name }, world))) continue;
      const server = createStaticServer(await readBuiltSite(out, dir));
      const address = await listen(server, 0, '127.0.0.1');
      if ('refused' in address) continue;
      servers.push(server);
      origins.set(name, `http://127.0.0.1:${address.port}`);
    }
    if (origins.size === 0) return pictures;
    camera = await openCamera(chromiumPath);
    const progress = progressLine('Taking pictures of', world, 'pages');
    for (const [index, page] of wanted.entries()) {
      progress.show(index, wanted.length);
      pictures.set(page.address, await ofPage(page, origins, camera));
    }
    progress.clear();
  } finally {
    await camera?.close();
    for (const server of servers) await close(server);
  }
  return pictures;
}

async function ofPage(
  { address, from, change }: PageChange,
  origins: ReadonlyMap<string, string>,
  camera: PageCamera,
): Promise<PagePictures[]> {
  const take = async (site: string, path: string, width: number) => {
    const origin = origins.get(site);
    return origin === undefined ? undefined : camera.take(`${origin}${path}`, width);
  };
  const taken: PagePictures[] = [];
  for (const width of widths) {
    const before = change === 'added' ? undefined : await take('before', from ?? address, width);
    const after = await take('after', address, width);
    taken.push({ width, ...(before !== undefined && { before }), ...(after !== undefined && { after }) });
  }
  return taken.filter(({ before, after }) => before !== undefined || after !== undefined);
}

interface Building {
  root: string;
  dir: string;
  cache: string;
  out: string;
  name: 'before' | 'after';
}

/** Builds a site with drafts in it, so that they have pictures too; says so when it cannot be built. */
async function build({ root, dir, cache, out, name }: Building, world: World): Promise<boolean> {
  const printed: string[] = [];
  const code = await runScript(join(root, 'scripts/watercooler.ts'), ['build', '--preview'], {
    cwd: root,
    env: { ...world.env, CONTENT_DIR: dir, WATERCOOLER_CACHE: cache, WATERCOOLER_OUT: out },
    signal: world.signal,
    onOutput: (text) => printed.push(text),
  });
  if (code === 0) return true;
  const said = printed.join('').trim().split('\n').slice(-3).join('\n');
  world.stderr.write(
    `The blog ${name === 'before' ? 'where the branch began' : 'on this branch'} could not be built, so there are no pictures of it.\n${said}\n`,
  );
  return false;
}
