import { z } from 'zod';
import { handInLabel, welcomeLabel } from '../../src/model/hand-in.ts';
import { ForgeError, type Errand } from '../adapters/forge-error.ts';
import { openRest } from '../adapters/rest.ts';
import type { SiteForge } from '../adapters/site-forge.ts';

/** An issue that is to become a post. */
export interface Issue {
  number: number;
  title: string;
  body: string;
  /** The account that wrote it. */
  login: string;
  accountId: number;
  /** The host of the addresses that the forge makes for people who keep theirs to themselves. */
  noreplyHost: string;
  /** Whether what it says may become a branch. */
  isTrusted: boolean;
}

const errand: Errand = {
  permission:
    'A fine-grained token needs the permissions "Contents: write", "Issues: write" and "Pull requests: write" for the repository, and a job of GitHub Actions the same under "permissions:".',
  notFound: {
    message:
      'The forge knows no such repository or issue, or hides it from this token. Is forge.repository in site.yml right, and may the token read it?',
    kind: 'absent',
  },
};

const login = z.string().regex(/^[A-Za-z\d][A-Za-z\d_-]*(?:\[bot\])?$/u);
const issueAnswer = z.object({
  title: z.string(),
  body: z.string().nullable(),
  state: z.string(),
  user: z.object({ login, id: z.int() }).nullable(),
  author_association: z.string(),
  labels: z.array(
    z.union([z.string(), z.object({ name: z.string().optional() }).transform(({ name = '' }) => name)]),
  ),
  pull_request: z.unknown().optional(),
});

/** Who belongs to the company, or is known to the repository by earlier work. */
const insiders = ['OWNER', 'MEMBER', 'COLLABORATOR', 'CONTRIBUTOR'];

/**
 * An issue as it is at this moment, or why nothing is to be done about it. In a repository that is open to everybody, the
 * words of a stranger wait for the label of somebody who looks after it: a form must not be a way to fill it with branches.
 */
export async function readIssue(
  number: number,
  { forge, options }: SiteForge,
): Promise<Issue | { nothing: string }> {
  const api = openRest(options, errand);
  const [owner = '', repo = ''] = forge.repository.split('/');
  const where = { owner, repo };
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}';
  const issue = await api.ask(route, { ...where, issue_number: number }, issueAnswer);
  if (issue.pull_request !== undefined) return { nothing: 'It is a pull request.' };
  if (issue.state !== 'open') return { nothing: 'It is closed.' };
  const labels = issue.labels.map((name) => name.toLowerCase());
  if (!labels.includes(handInLabel)) return { nothing: `It does not have the label "${handInLabel}".` };
  if (issue.user === null) throw new ForgeError('The account that wrote the issue is gone.', 'refused');
  const isKnown = insiders.includes(issue.author_association) || labels.includes(welcomeLabel);
  const repository = isKnown
    ? { private: true }
    : await api.ask('GET /repos/{owner}/{repo}', where, z.object({ private: z.boolean() }));
  const { hostname } = new URL(forge.url);
  return {
    number,
    title: issue.title,
    body: issue.body ?? '',
    login: issue.user.login,
    accountId: issue.user.id,
    noreplyHost: hostname === 'github.com' ? 'users.noreply.github.com' : `users.noreply.${hostname}`,
    isTrusted: isKnown || repository.private,
  };
}
