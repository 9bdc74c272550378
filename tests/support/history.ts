import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { writeFiles, type Files } from './content.ts';

const run = promisify(execFile);

export interface CommitOptions {
  /** `Name <address>`. */
  by?: string;
  message?: string;
  /** Lines `Co-authored-by`. */
  with?: readonly string[];
}

/** A real repository that is written commit by commit. Each commit is made on a day, at noon in UTC. */
export interface TestRepository {
  dir: string;
  git: (...args: string[]) => Promise<string>;
  /** Writes files, null to delete one, and commits all that changed. */
  commit: (day: string, files: Files, options?: CommitOptions) => Promise<string>;
  /** Makes a commit of another branch again. */
  pick: (day: string, commit: string) => Promise<void>;
  /** Merges a branch with a merge commit, whatever could be done without one. */
  merge: (day: string, branch: string) => Promise<void>;
}

export const ada = 'Ada Berg <ada@blog.example>';

/** Makes a repository in a folder, with the branch main. */
export async function createRepository(dir: string): Promise<TestRepository> {
  const ask = async (args: readonly string[], day = '2026-01-01', by = ada): Promise<string> => {
    const [, name = '', email = ''] = /^(.*?) <(.*)>$/u.exec(by) ?? [];
    const date = `${day}T12:00:00+00:00`;
    const env = {
      PATH: process.env['PATH'],
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      ...{ GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date },
      ...{ GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date },
    };
    const { stdout } = await run('git', [...args], { cwd: dir, env });
    return stdout.trim();
  };
  await ask(['init', '--quiet', '--initial-branch=main']);
  return {
    dir,
    git: (...args) => ask(args),
    commit: async (day, files, { by = ada, message = `Change on ${day}`, with: others = [] } = {}) => {
      await writeFiles(dir, files);
      await ask(['add', '--all']);
      const trailers = others.map((line) => `Co-authored-by: ${line}`).join('\n');
      const whole = trailers === '' ? message : `${message}\n\n${trailers}`;
      await ask(['commit', '--quiet', '--allow-empty', '--message', whole], day, by);
      return ask(['rev-parse', 'HEAD']);
    },
    pick: async (day, commit) => {
      await ask(['cherry-pick', commit], day);
    },
    merge: async (day, branch) => {
      await ask(['merge', '--quiet', '--no-ff', '--message', `Merge ${branch}`, branch], day);
    },
  };
}
