import { join } from 'node:path';
import { runCopy, type CopyFlags } from '../../scripts/threads/run-copy.ts';
import { post, temporaryFolder, writeContent, writeFiles, type Files } from './content.ts';
import { fakeWorld } from './fake-world.ts';
import { startForge, type Forge, type ForgeOptions } from './forge/start-forge.ts';
import type { Store } from './forge/store.ts';
import { readTree } from './run-watercooler.ts';

/** A blog whose discussions are on a fake forge. */
export interface CopiedBlog {
  /** The content folder. */
  dir: string;
  forge: Forge;
  copy: (options?: CopyCall) => Promise<Outcome>;
  /** The snapshots as they lie there, parsed, by path. Throws when one cannot be parsed. */
  snapshots: () => Promise<Record<string, unknown>>;
  /** Every file below `threads/` and `copied.yml`, as text by path. */
  files: () => Promise<Record<string, string>>;
  /** Starts another forge in the place of the first: the same store, other faults. */
  reopen: (changes: Partial<ForgeOptions>) => Promise<void>;
  write: (files: Files) => Promise<void>;
  close: () => Promise<void>;
}

type CopyCall = Partial<CopyFlags> & {
  now?: string;
  env?: Record<string, string | undefined>;
  signal?: AbortSignal;
  timeout?: number;
  isTTY?: boolean;
};

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

export interface BlogOptions extends Omit<ForgeOptions, 'store'> {
  store: Store;
  /** Posts that have a thread, by their slugs. Those that the titles in the store speak of, when not given. */
  posts?: readonly string[];
  /** The lines of site.yml about discussions, after those about the forge. */
  site?: string;
  content?: Files;
}

export const usualSite = [
  'comments:',
  '  mode: giscus',
  '  repoId: R_1',
  '  category: Watercooler',
  '  categoryId: DIC_1',
  'threads:',
  '  categories: [Ideas, Polls]',
].join('\n');

/** The environment of a command that may ask the fake forge. */
export const token = 'forge-token';

export async function openCopiedBlog(options: BlogOptions): Promise<CopiedBlog> {
  const { store, posts = postsIn(store), site = usualSite, content = {}, ...forgeOptions } = options;
  const { dir: home, remove } = await temporaryFolder();
  const dir = join(home, 'content');
  let forge = await startForge({ store, token, ...forgeOptions });
  const writeSite = () =>
    writeFiles(dir, { 'site.yml': siteWith(forge, store, site), ...pick(content, 'site.yml') });
  await writeContent(dir, {
    'posts/first.md': null,
    ...Object.fromEntries(posts.map((slug) => [`posts/${slug}.md`, post({ title: slug })])),
    ...content,
  });
  await writeSite();
  return {
    dir,
    get forge() {
      return forge;
    },
    copy: async ({
      now = '2026-11-22T10:00:00Z',
      env,
      signal,
      timeout = 5000,
      isTTY = false,
      ...flags
    } = {}) => {
      const { world, written } = fakeWorld({
        env: { CONTENT_DIR: dir, GITHUB_TOKEN: token, ...env },
        now: () => new Date(now),
        isTTY,
        ...(signal !== undefined && { signal }),
      });
      const pace = { spacing: 0, notifying: 0, timeout, second: 1, longestPause: 900 };
      const all = { words: [], full: false, dryRun: false, acceptDeletions: false, ...flags };
      const code = await runCopy(all, world, pace);
      const plain = (text: string) =>
        text
          .replaceAll(dir, 'content')
          .replaceAll(new URL(forge.url).origin, 'http://forge')
          .replaceAll(/\d+\.\d s\./gu, '… s.');
      return { code, stdout: plain(written.stdout), stderr: plain(written.stderr) };
    },
    snapshots: async () => {
      const tree = await readTree(join(dir, 'threads'));
      return Object.fromEntries(
        [...tree]
          .filter(([path]) => path.endsWith('.json'))
          .map(([path, bytes]): [string, unknown] => [`threads/${path}`, JSON.parse(bytes.toString())]),
      );
    },
    files: async () => {
      const tree = await readTree(dir);
      const ours = [...tree].filter(([path]) => path.startsWith('threads/') || path === 'copied.yml');
      return Object.fromEntries(ours.map(([path, bytes]) => [path, bytes.toString()]));
    },
    reopen: async (changes) => {
      await forge.close();
      forge = await startForge({ store, token, ...forgeOptions, ...changes });
      await writeSite();
    },
    write: (files) => writeFiles(dir, files),
    close: async () => {
      await forge.close();
      await remove();
    },
  };
}

/** The posts whose threads are in the store. */
export function postsIn({ discussions }: Store): string[] {
  return discussions.filter(({ category }) => category.name === 'Watercooler').map(({ title }) => title);
}

function siteWith({ url }: Forge, { owner, name }: Store, rest: string): string {
  const forge = `forge:\n  kind: github\n  url: ${url}\n  repository: ${owner}/${name}\n  questions: Questions\n`;
  return `name: The Harbour Log\npurpose: What we learned at work.\nurl: https://blog.example\n${forge}${rest}\n`;
}

function pick(files: Files, name: string): Files {
  const file = files[name];
  return file === undefined ? {} : { [name]: file };
}
