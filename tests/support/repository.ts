import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openGit, type Git } from '../../src/source/git.ts';

/** A checkout with a bare repository as its `origin`, both real and on this machine. */
export interface Repository {
  dir: string;
  bare: string;
  git: Git;
  /** git in the bare repository. */
  remote: Git;
  write: (path: string, text: string) => Promise<void>;
  /** Commits everything, and gives the id of the commit. */
  commit: (message: string) => Promise<string>;
  remove: () => Promise<void>;
}

/** Makes one with a first commit on `main` that holds the files. Its folders have names that break careless commands. */
export async function createRepository(files: Readonly<Record<string, string>>): Promise<Repository> {
  const home = await mkdtemp(join(tmpdir(), 'wc größe “q” '));
  const dir = join(home, 'check out');
  const bare = join(home, 'origin.git');
  await mkdir(dir);
  await openGit(home)(['init', '--quiet', '--bare', '--initial-branch=main', bare]);
  const git = openGit(dir);
  await git(['init', '--quiet', '--initial-branch=main']);
  await git(['config', 'user.name', 'Zofia Wiśniewska']);
  await git(['config', 'user.email', 'zofia@kestrelquay.example']);
  await git(['remote', 'add', 'origin', bare]);
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  };
  const commit = async (message: string) => {
    await git(['add', '--all']);
    await git(['commit', '--quiet', '--allow-empty', '--file=-'], message);
    return (await git(['rev-parse', 'HEAD'])).trim();
  };
  for (const [path, text] of Object.entries(files)) await write(path, text);
  await commit('Begin');
  await git(['push', '--quiet', 'origin', 'main']);
  const remove = () => rm(home, { recursive: true });
  return { remove, dir, bare, git, remote: openGit(bare), write, commit };
}
