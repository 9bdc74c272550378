import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runApprovals, type ApprovalFlags } from '../../scripts/approvals/run-approvals.ts';
import { approvalsSchema, type Approvals } from '../../src/model/approval.ts';
import { openGit } from '../../src/source/git.ts';
import { post, writeFiles, type Files } from './content.ts';
import { fakeWorld } from './fake-world.ts';
import { bareRepository } from './git-forge/bare-repository.ts';
import type { HubUser } from './git-forge/hub.ts';
import { startGitForge, type GitForge, type GitForgeOptions } from './git-forge/start-git-forge.ts';

const accounts: readonly HubUser[] = [
  { login: 'ada-b', name: 'Ada Berg', token: 'ada-token', may: 'write' },
  { login: 'hana-sato', name: 'Hana Satō', token: 'hana-token', may: 'write' },
  { login: 'tomasz-krol', name: 'Tomasz Król', token: 'tomasz-token', may: 'admin' },
  { login: 'quiet-reader', name: 'Quiet Reader', token: 'reader-token', may: 'read' },
  { login: 'rota-bot', name: 'Rota', token: 'bot-token', may: 'write', kind: 'Bot' },
];

interface Proposed {
  title: string;
  /** The text of each post, by its slug; a commit for each item of the list. */
  commits: readonly { posts: Record<string, string | null>; by?: string; with?: string }[];
  by?: string;
  base?: string;
}

/** A blog in a bare repository on a fake forge, with people who propose, approve and merge. */
export interface ApprovedBlog {
  forge: GitForge;
  /** The clone in which commands run. */
  clone: string;
  /** What the clock of the forge and of the commits says, such as `2026-03-01`. */
  day: (day: string) => void;
  propose: (proposed: Proposed) => Promise<number>;
  /** Adds a commit to the branch of a pull request. */
  add: (pull: number, posts: Record<string, string | null>, by?: string) => Promise<void>;
  review: (pull: number, login: string, event?: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT') => Promise<void>;
  dismiss: (pull: number, login: string) => void;
  merge: (pull: number, login: string, method?: 'merge' | 'squash') => Promise<void>;
  /** A commit in the published branch that nobody proposed. */
  push: (posts: Record<string, string | null>) => Promise<void>;
  /** Runs the command, and gives what it printed. */
  read: (
    options?: Partial<ApprovalFlags> & { now?: string; env?: Record<string, string> },
  ) => Promise<Outcome>;
  register: () => Promise<Approvals>;
  close: () => Promise<void>;
}

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

const words = (line: string) =>
  post({}, `${'Words about pumps, valves and seals that stay as they are.\n'.repeat(6)}\n${line}\n`);

/** Opens it with these posts, by slug, committed on the first of January. */
export async function openApprovedBlog(
  posts: Record<string, string>,
  { interrupt, files = {} }: Pick<GitForgeOptions, 'interrupt'> & { files?: Files } = {},
): Promise<ApprovedBlog> {
  const repository = await bareRepository({ ...filesOf(posts), ...files, '.gitignore': '.cache\n' });
  const { clone, dir } = repository;
  let today = '2026-01-05';
  const forge = await startGitForge({
    ...{ repository: dir, users: accounts, now: () => new Date(`${today}T12:00:00Z`) },
    ...(interrupt !== undefined && { interrupt }),
  });
  await writeFiles(clone, { 'content/site.yml': siteFile(forge) });
  const gitAs = (login: string) => {
    const name = accounts.find((user) => user.login === login)?.name ?? login;
    const [email, date] = [`${login}@users.noreply.example.com`, `${today}T12:00:00Z`];
    return openGit(clone, {
      ...process.env,
      ...{ GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date },
      ...{ GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date },
    });
  };
  const git = gitAs('ada-b');
  const commit = async (own: Record<string, string | null>, by: string, other?: string) => {
    await writeFiles(clone, filesOf(own));
    const trailer = other === undefined ? [] : ['--message', `Co-authored-by: ${other}`];
    await gitAs(by)(['add', '--all', 'content/posts']);
    await gitAs(by)(['commit', '--quiet', '--message', `Write on ${today}`, ...trailer]);
  };
  const ask = async (login: string, method: string, path: string, body: object) => {
    const { status, body: told } = await forge.as(login)(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(told)}`);
    return told;
  };
  const toMain = async () => {
    await git(['checkout', '--quiet', 'main']);
    await git(['pull', '--quiet', '--ff-only', 'origin', 'main']);
    await git(['fetch', '--quiet', 'origin']);
  };
  await toMain();
  return {
    forge,
    clone,
    day: (day) => {
      today = day;
    },
    propose: async ({ title, commits, by = 'ada-b', base = 'main' }) => {
      const head = `topic-${forge.pulls().length + 1}`;
      await git(['checkout', '--quiet', '-b', head, `origin/${base}`]);
      for (const { posts: own, by: writer = by, with: other } of commits) await commit(own, writer, other);
      await git(['push', '--quiet', 'origin', head]);
      await ask(by, 'POST', '/pulls', { title, head, base });
      return forge.pulls().at(-1)?.number ?? 0;
    },
    add: async (number, own, by = 'ada-b') => {
      const head = forge.pulls().find((pull) => pull.number === number)?.pull.head ?? '';
      await git(['checkout', '--quiet', head]);
      await commit(own, by);
      await git(['push', '--quiet', 'origin', head]);
    },
    review: async (number, login, event = 'APPROVE') => {
      await ask(login, 'POST', `/pulls/${number}/reviews`, { event, body: 'Seen.' });
    },
    dismiss: (number, login) => {
      const reviews = forge.pulls().find((pull) => pull.number === number)?.pull.reviews ?? [];
      for (const review of reviews) if (review.author === login) review.state = 'DISMISSED';
    },
    merge: async (number, login, method = 'squash') => {
      await ask(login, 'PUT', `/pulls/${number}/merge`, { merge_method: method });
      await toMain();
    },
    push: async (own) => {
      await toMain();
      await commit(own, 'ada-b');
      await git(['push', '--quiet', 'origin', 'main']);
      await git(['fetch', '--quiet', 'origin']);
    },
    read: async ({ now = '2026-11-22T10:00:00Z', env = {}, full = false, dryRun = false } = {}) => {
      const { world, written } = fakeWorld({
        cwd: clone,
        env: { GITHUB_TOKEN: 'hana-token', ...env },
        now: () => new Date(now),
      });
      const pace = { spacing: 0, notifying: 0, timeout: 5000, second: 1, longestPause: 900 };
      const code = await runApprovals({ full, dryRun }, world, pace);
      const plain = (text: string) => text.replaceAll(forge.url, 'http://forge');
      return { code, stdout: plain(written.stdout), stderr: plain(written.stderr) };
    },
    register: async () =>
      approvalsSchema.parse(JSON.parse(await readFile(join(clone, 'content/approvals.json'), 'utf8'))),
    close: async () => {
      await forge.stop();
      await repository.remove();
    },
  };
}

function filesOf(posts: Record<string, string | null>): Files {
  return Object.fromEntries(
    Object.entries(posts).map(([slug, line]) => [
      `content/posts/${slug}.md`,
      line === null ? null : words(line),
    ]),
  );
}

function siteFile({ url }: GitForge): string {
  const forge = `forge:\n  kind: github\n  url: ${url}\n  repository: kestrel-quay/watercooler\n`;
  return `name: The Harbour Log\npurpose: What we learned at work.\nurl: https://blog.example\n${forge}`;
}
