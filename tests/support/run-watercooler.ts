import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { temporaryFolder, writeContent, type Files } from './content.ts';

/** The top folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A small blog in a folder of its own, with its own output and cache. */
export interface TestBlog {
  content: string;
  out: string;
  cache: string;
  remove: () => Promise<void>;
}

export interface Outcome {
  code: number;
  /** What was printed to both streams; the content folder is called `content`. */
  printed: string;
}

/** Writes the minimal blog with changes. The day is 22 November 2026, unless `WATERCOOLER_DAY` says another. */
export async function createTestBlog(changes: Files = {}): Promise<TestBlog> {
  const { dir, remove } = await temporaryFolder();
  const content = join(dir, 'content');
  await writeContent(content, changes);
  return { content, out: join(dir, 'dist'), cache: join(dir, 'cache'), remove };
}

interface RunOptions {
  /** More words of the command line. */
  args?: readonly string[];
  /** Is told what is printed, as it is printed. */
  onOutput?: (text: string) => void;
}

/** Runs `scripts/watercooler.ts` on a test blog, as `npm run` would. */
export function runWatercooler(
  command: 'build' | 'check',
  blog: Omit<TestBlog, 'remove'>,
  env: Record<string, string> = {},
  { args = [], onOutput = () => undefined }: RunOptions = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, ['scripts/watercooler.ts', command, ...args], {
    cwd: root,
    env: { ...environmentOf(blog), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      printed += text;
      onOutput(text);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, printed: printed.replaceAll(blog.content, 'content') });
    });
  });
}

/** What a command is told of a test blog, and nothing else of whoever runs the tests. */
export function environmentOf({ content, out, cache }: Omit<TestBlog, 'remove'>): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NODE_COMPILE_CACHE: join(root, '.cache', 'node'),
    CONTENT_DIR: content,
    WATERCOOLER_OUT: out,
    WATERCOOLER_CACHE: cache,
    WATERCOOLER_DAY: '2026-11-22',
  };
}

/** Every file below a folder, by path with forward slashes, in order. Compressed files are given as their content. */
export async function readTree(dir: string): Promise<Map<string, Buffer>> {
  const items = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  const contents = await Promise.all(
    files.sort().map(async (file): Promise<[string, Buffer]> => {
      const bytes = await readFile(file);
      return [relative(dir, file).split(sep).join('/'), isGzip(bytes) ? gunzipSync(bytes) : bytes];
    }),
  );
  return new Map(contents);
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
