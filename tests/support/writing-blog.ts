import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { runCommandLine } from '../../scripts/command-line.ts';
import type { Command, World } from '../../scripts/world.ts';
import { judgeContent } from '../../src/compile/judge-content.ts';
import { formatProblems } from '../../src/model/problem.ts';
import { openGit, type Git } from '../../src/source/git.ts';
import { publicView } from './entries.ts';
import { temporaryFolder, writeContent, writeFiles, type Files } from './content.ts';
import { fakeWorld } from './fake-world.ts';
import { readTree } from './run-watercooler.ts';

const engine = fileURLToPath(new URL('../..', import.meta.url));

/** A small blog in a repository of its own, and commands at work on it. */
export interface WritingBlog {
  /** The folder that holds `content`. */
  home: string;
  git: Git;
  write: (files: Files) => Promise<void>;
  /** All files of the blog as text, by path from `home`. */
  files: () => Promise<Record<string, string>>;
  run: (command: Command, args: string[], changes?: Partial<World>) => Promise<Ran>;
  /** Everything that `npm run check` would say about the blog, as a person reads it; empty when it says nothing. */
  problems: () => Promise<string>;
  remove: () => Promise<void>;
}

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Writes the minimal blog with changes into a folder whose name is not plain, and commits it where it is a repository. */
export async function openWritingBlog(changes: Files = {}, { repository = true } = {}): Promise<WritingBlog> {
  const { dir, remove } = await temporaryFolder();
  const home = join(dir, 'Tagebuch für alle');
  await writeContent(join(home, 'content'), changes);
  const who = {
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@blog.example',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@blog.example',
  };
  const git = openGit(home, {
    ...process.env,
    ...who,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
  });
  if (repository) {
    await git(['init', '--quiet', '--initial-branch=main']);
    await git(['add', '--all']);
    await git(['commit', '--quiet', '-m', 'A blog']);
  }
  return {
    home,
    git,
    write: (files) => writeFiles(home, files),
    files: async () => {
      const tree = await readTree(home);
      const ours = [...tree].filter(([path]) => !/^\.(?:git|cache)\//u.test(path));
      return Object.fromEntries(ours.map(([path, bytes]) => [path, bytes.toString()]));
    },
    run: async (command, args, more = {}) => {
      const env = { WATERCOOLER_DAY: '2026-11-22', WATERCOOLER_CACHE: join(home, '.cache'), ...more.env };
      const { world, written } = fakeWorld({ cwd: home, ...more, env });
      const code = await runCommandLine(['it', ...args], { it: () => Promise.resolve(command) }, world);
      const plain = (text: string) => text.replaceAll(`${home}/`, '').replaceAll(engine, '');
      return { code, stdout: plain(written.stdout), stderr: plain(written.stderr) };
    },
    problems: () => {
      const settings = {
        dir: join(home, 'content'),
        label: 'content',
        cacheDir: join(home, '.cache'),
        root: engine,
      };
      return judgeContent({ ...settings, view: () => publicView }, { render: false }, ({ problems }) =>
        problems.length === 0 ? '' : formatProblems(problems),
      );
    },
    remove,
  };
}
