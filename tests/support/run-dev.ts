import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { close, listen } from '../../scripts/adapters/listen.ts';
import { environmentOf, root, type TestBlog } from './run-watercooler.ts';

/** A test blog that is served while its author writes. */
export interface DevServer {
  url: string;
  /** What was printed since the last call, to both streams; the content folder is called `content`. */
  printed: () => string;
  /** Everything that was printed. */
  transcript: () => string;
  /** Returns the exit code. */
  stop: () => Promise<number>;
}

/** Runs the command `dev` on a test blog, on a free port, until its address was printed. */
export async function startDev(blog: Omit<TestBlog, 'remove'>): Promise<DevServer> {
  const port = await freePort();
  // Whoever runs the tests may have a server of their own open.
  const args = ['scripts/watercooler.ts', 'dev', '--ignore-lock', '--host', '127.0.0.1', '--port', port];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...environmentOf(blog), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let read = 0;
  const transcript = () => text.replaceAll(blog.content, 'content');
  const ended = new Promise<number>((resolve) => {
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        text += chunk;
        const [address] = /http:\/\/127\.0\.0\.1:\d+\//u.exec(text) ?? [];
        if (address !== undefined) resolve(address);
      });
    }
    void ended.then(() => {
      reject(new Error(`The server ended before it said where it is:\n${text}`));
    });
  });
  return {
    url,
    printed: () => {
      const fresh = text.slice(read).replaceAll(blog.content, 'content');
      read = text.length;
      return fresh;
    },
    transcript,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function freePort(): Promise<string> {
  const server = createServer();
  const result = await listen(server, 0, '127.0.0.1');
  await close(server);
  if ('refused' in result) throw new Error(`There is no free port: ${result.refused}`);
  return String(result.port);
}
