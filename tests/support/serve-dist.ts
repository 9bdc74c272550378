// Serves what was built, as the deployment would, until it is stopped. Usage: node serve-dist.ts <port>
import { resolve } from 'node:path';
import { listen } from '../../scripts/adapters/listen.ts';
import { readBuiltSite } from '../../scripts/adapters/site-files.ts';
import { createStaticServer } from '../../scripts/adapters/static-server.ts';

const site = await readBuiltSite(resolve('dist'), resolve(process.env['CONTENT_DIR'] ?? 'content'));
const server = createStaticServer(site);
const address = await listen(server, Number(process.argv[2]), '127.0.0.1');
if ('refused' in address) {
  process.stderr.write(`The test server could not listen: ${address.refused}\n`);
  process.exitCode = 1;
}
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
