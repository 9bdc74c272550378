import { run } from '../../scripts/commands/handin.ts';
import { handInHeadings, handInLabel, type HandInField } from '../../src/model/hand-in.ts';
import { fakeWorld } from './fake-world.ts';
import { startGitForge, type GitForge } from './git-forge/start-git-forge.ts';
import { createRepository, type Repository } from './repository.ts';

const users = [
  { login: 'watercooler-app', name: 'Watercooler', token: 'token-of-app', may: 'write', kind: 'Bot' },
  { login: 'keeper', name: 'A Keeper', token: 'token-of-keeper', may: 'admin' },
  { login: 'ada-b', name: 'Ada Berg', token: 'token-of-ada', may: 'read' },
  { login: 'new-here', name: 'Zoë New', token: 'token-of-zoe', may: 'read' },
] as const;

const pace = { spacing: 0, notifying: 0, timeout: 20_000, second: 1, longestPause: 1 };

/** A blog whose forge takes posts by the issue form, all real but the forge. */
export interface HandInDesk {
  repository: Repository;
  forge: GitForge;
  /** Opens an issue with the label, and gives its number. */
  write: (as: 'ada-b' | 'new-here', title: string, body: string) => Promise<number>;
  rewrite: (number: number, changes: object) => Promise<void>;
  run: (number: number, ...flags: string[]) => Promise<{ code: number; stdout: string; stderr: string }>;
  /** What stands under an issue. */
  answers: (number: number) => string[];
  /** What the branch of an issue changes, as git says it; empty when there is none. */
  changes: (number: number) => Promise<string>;
  read: (number: number, path: string) => Promise<string>;
  /** Every branch of the remote but those of issues, with what it points to, and the state of the checkout. */
  rest: () => Promise<string>;
  stop: () => Promise<void>;
}

export async function openHandInDesk(isPrivate = true): Promise<HandInDesk> {
  const repository = await createRepository({ 'README.md': 'Read me.\n' });
  const forge = await startGitForge({
    repository: repository.bare,
    users,
    interrupt: ({ method, path }) =>
      method === 'GET' && path === '/repos/kestrel-quay/watercooler' && !isPrivate
        ? { status: 200, headers: { 'content-type': 'application/json' }, body: '{"private":false}' }
        : undefined,
  });
  for (const [path, text] of Object.entries(blog(forge.url))) await repository.write(`content/${path}`, text);
  await repository.commit('A blog');
  await repository.git(['push', '--quiet', 'origin', 'main']);
  const branch = (number: number) => `handin/${number}`;
  const isThere = async (number: number) =>
    (await repository.remote(['branch', '--list', branch(number)])) !== '';
  return {
    repository,
    forge,
    write: async (as, title, body) => {
      await forge.as(as)('POST', '/issues', { title, body });
      const issue = forge.issues().at(-1);
      const number = issue?.number ?? 0;
      await forge.as('keeper')('POST', `/issues/${number}/labels`, { labels: [handInLabel] });
      return number;
    },
    rewrite: async (number, changes) => {
      await forge.as('keeper')('PATCH', `/issues/${number}`, changes);
    },
    run: async (number, ...flags) => {
      const env = { GITHUB_TOKEN: 'token-of-app', WATERCOOLER_CACHE: `${repository.dir}/../cache` };
      const { world, written } = fakeWorld({ cwd: repository.dir, env });
      return { code: await run(['--issue', String(number), ...flags], world, pace), ...written };
    },
    answers: (number) =>
      (forge.issues().find((issue) => issue.number === number)?.comments ?? []).map(({ body }) =>
        body.replaceAll(forge.url, 'https://forge.example'),
      ),
    changes: async (number) =>
      (await isThere(number))
        ? repository.remote(['diff', '--name-status', '--no-renames', 'main', branch(number)])
        : '',
    read: (number, path) => repository.remote(['show', `${branch(number)}:content/${path}`]),
    rest: async () => {
      const refs = await repository.remote(['for-each-ref', '--format=%(refname) %(objectname)']);
      const others = refs.split('\n').filter((line) => !line.startsWith('refs/heads/handin/'));
      return `${others.join('\n')}${await repository.git(['status', '--porcelain', '--ignored'])}`;
    },
    stop: async () => {
      await forge.stop();
      await repository.remove();
    },
  };
}

/** The text of an issue as the forge makes it from the form. */
export function formBody(answers: Partial<Record<HandInField, string>>): string {
  const all = { ...usual, ...answers };
  return Object.entries(handInHeadings)
    .map(([field, heading]) => `### ${heading}\n\n${given(all, field) || '_No response_'}`)
    .join('\n\n');
}

function given(answers: Readonly<Record<string, string>>, field: string): string {
  return answers[field] ?? '';
}

const usual: Readonly<Record<string, string>> = {
  kind: 'Article: What happened, and what you learned from it.',
  topics: 'Tools',
  promise: '- [x] It holds no secrets.',
  text: 'It rained for a week, and the pump did what pumps do.',
};

function blog(url: string): Record<string, string> {
  const tag = (slug: string, label: string) =>
    `  - slug: ${slug}\n    label: ${JSON.stringify(label)}\n    description: About it.\n`;
  return {
    'site.yml': `name: A blog\npurpose: To test.\nurl: https://blog.example\nforge:\n  kind: github\n  url: ${url}\n  repository: kestrel-quay/watercooler\n`,
    'tags.yml': `tags:\n${tag('tools', 'Tools')}${tag('pumps', 'Pumps, pipes and valves')}${tag('job-aids', 'Job aids')}`,
    'authors/ada-berg.yml': 'name: Ada Berg\nrole: Trainer\nlogin: Ada-B\n',
    'authors/ben-ota.yml': 'name: Ben Ōta\nrole: Fitter\n',
    'groups/plain-words.md':
      '---\nname: Plain words\npurpose: To write.\nstewards: [ada-berg]\n---\n\nWe write.\n',
    'groups/table.md':
      '---\nname: The table\npurpose: To talk.\nstewards: [ada-berg]\naccess: closed\n---\n\nWe talk.\n',
    'posts/first.md':
      '---\ntitle: First\ndate: 2026-03-12\nauthors: [ada-berg]\ntags: [tools]\n---\n\nWords.\n',
    'policy.yml':
      'clauses:\n  - name: customers\n    clause: Do not name a customer.\n    words: [Northmark Salmon]\n    mend: Say what kind of place it is.\n',
  };
}
