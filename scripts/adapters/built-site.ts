import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { World } from '../world.ts';
import { close, listen } from './listen.ts';
import { readBuiltSite } from './site-files.ts';
import { createStaticServer } from './static-server.ts';

/**
 * Serves dist/ while `use` looks at it, and returns its exit code; 1 with a sentence when there is nothing to serve or no
 * port to serve it from.
 */
export async function withBuiltSite(
  { cwd, env, stderr }: World,
  use: (site: { origin: string; dist: string }) => Promise<number>,
): Promise<number> {
  const dist = join(cwd, 'dist');
  if (!existsSync(join(dist, 'index.html'))) {
    stderr.write('There is no dist/index.html to look at. Run: npm run build\n');
    return 1;
  }
  const server = createStaticServer(await readBuiltSite(dist, resolve(cwd, env['CONTENT_DIR'] ?? 'content')));
  const address = await listen(server, 0, '127.0.0.1');
  if ('refused' in address) {
    stderr.write(`No port could be opened on this machine (${address.refused}).\n`);
    return 1;
  }
  try {
    return await use({ origin: `http://localhost:${address.port}`, dist });
  } finally {
    await close(server);
  }
}
