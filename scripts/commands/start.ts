import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { readSettings } from '../../src/compile/settings.ts';
import { close, listen } from '../adapters/listen.ts';
import { readBuiltSite } from '../adapters/site-files.ts';
import { createStaticServer } from '../adapters/static-server.ts';
import { readFlags, readNumber, UsageError } from '../flags.ts';
import type { World } from '../world.ts';
import { run as build } from './build.ts';

const firstPort = 4321;
const attempts = 10;
// Not the name "localhost": it may mean the IPv6 address alone, and programs that try only IPv4 would find nothing.
const thisMachine = '127.0.0.1';

export const summary = 'Builds the blog if anything changed, and serves it on this machine.';
export const usage = `
npm start
npm start -- --port 8080

Builds the blog when anything changed since the last build, then serves it as the real web server would, until you
press Ctrl-C.

  --port <number>   the port, ${firstPort} by default; without this flag a taken port means the next free one
  --host <address>  the address to listen on, 127.0.0.1 by default; 0.0.0.0 lets other machines in
`;

/** Builds if needed, serves until the signal comes, and returns the exit code. */
export async function run(args: string[], world: World): Promise<number> {
  const { values, positionals } = readFlags(args, { port: { type: 'string' }, host: { type: 'string' } });
  if (positionals.length > 0)
    throw new UsageError(`"start" takes no other words, and got "${positionals.join(' ')}".`);
  const port = values.port === undefined ? undefined : readNumber('port', values.port, 0, 65_535);
  const host = values.host ?? thisMachine;

  const code = await build([], world);
  if (world.signal.aborted) return 0;
  if (code !== 0) return code;

  const { dir, outDir } = readSettings(world.cwd, world.env, world.now());
  if (!existsSync(join(outDir, 'index.html'))) {
    world.stderr.write('The build left no index.html, so there is nothing to serve. Run: npm run build\n');
    return 1;
  }
  const server = createStaticServer(await readBuiltSite(outDir, dir));
  const address = await listenSomewhere(server, port, host);
  if ('problem' in address) {
    world.stderr.write(`${address.problem}\n`);
    return 1;
  }
  if (address.note !== undefined) world.stdout.write(`${address.note}\n`);
  world.stdout.write(`Watercooler is at ${urlOf(host, address.port)}\nPress Ctrl-C to stop.\n`);
  await untilAborted(world.signal);
  await close(server);
  world.stdout.write(`${world.isTTY ? '\n' : ''}Watercooler has stopped.\n`);
  return 0;
}

type Address = { port: number; note?: string } | { problem: string };

/** A port that was asked for is used or refused; otherwise the first free one of ten. */
async function listenSomewhere(server: Server, asked: number | undefined, host: string): Promise<Address> {
  const ports =
    asked === undefined ? Array.from({ length: attempts }, (_, index) => firstPort + index) : [asked];
  for (const port of ports) {
    const result = await listen(server, port, host);
    if ('port' in result) {
      if (port === (asked ?? firstPort)) return result;
      return { ...result, note: `Port ${firstPort} is taken, so this is the next free one.` };
    }
    if (result.refused !== 'EADDRINUSE') return { problem: refusal(result.refused, port, host) };
  }
  if (asked !== undefined) return { problem: `Port ${asked} is taken. Choose another, or leave out --port.` };
  const last = firstPort + attempts - 1;
  return {
    problem: `The ports ${firstPort} to ${last} are all taken. Choose a free one: npm start -- --port 8080`,
  };
}

function refusal(code: string, port: number, host: string): string {
  if (code === 'EACCES')
    return `Port ${port} needs administrator rights. Choose one above 1023: npm start -- --port 8080`;
  return `"${host}" is not an address of this machine (${code}). Leave out --host to serve on this machine alone.`;
}

function urlOf(host: string, port: number): string {
  const name = [thisMachine, '0.0.0.0', '::'].includes(host)
    ? 'localhost'
    : host.includes(':')
      ? `[${host}]`
      : host;
  return `http://${name}:${port}/`;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
