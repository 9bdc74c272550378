import { z } from 'zod';
import type { Errand } from './forge-error.ts';
import type { ForgeOptions } from './patient-octokit.ts';
import { mostCharacters } from './proposals.ts';
import { openRest } from './rest.ts';

export interface RollingIssue {
  /** Tells it from all others, and from issues that people give the same label. */
  marker: string;
  label: string;
  title: string;
  /** What is wrong; undefined when nothing is, which closes the issue. */
  body: string | undefined;
}

export type Rolled =
  { made: 'opened' | 'updated' | 'unchanged' | 'closed'; number: number; url: string } | 'nothing';

const errand: Errand = {
  permission:
    'A fine-grained token needs the permission "Issues: write" for the repository, a classic one the scope "repo", and a job of GitHub Actions "permissions: issues: write".',
  notFound: {
    message:
      'The forge knows no such repository, or hides it from this token. Is forge.repository in site.yml right, are issues switched on, and may the token write them?',
    kind: 'absent',
  },
};

const issueAnswer = z.object({
  number: z.int(),
  html_url: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullable(),
  pull_request: z.unknown().optional(),
});

/** Keeps one issue about something that comes and goes: opens it, writes it anew, and closes it. Throws a `ForgeError`. */
export async function rollIssue(
  { repository, ...options }: ForgeOptions & { repository: string },
  { marker, label, title, body }: RollingIssue,
): Promise<Rolled> {
  const [owner = '', repo = ''] = repository.split('/');
  const api = openRest(options, errand);
  const sign = `<!-- ${marker} -->`;
  const self = await api.viewer();
  const open = await api.list(
    'GET /repos/{owner}/{repo}/issues',
    { owner, repo, state: 'open', labels: label },
    issueAnswer,
  );
  const known = open.find((issue) => issue.user?.login === self && issue.body?.startsWith(sign) === true);
  const change = (changes: object) =>
    api.ask(
      'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
      { owner, repo, issue_number: known?.number, ...changes },
      issueAnswer,
    );
  const done = (
    made: Exclude<Rolled, 'nothing'>['made'],
    { number, html_url: url }: z.output<typeof issueAnswer>,
  ) => ({
    made,
    number,
    url,
  });

  if (body === undefined)
    return known === undefined
      ? 'nothing'
      : done('closed', await change({ state: 'closed', state_reason: 'completed' }));
  const text = shortened(`${sign}\n${body}`);
  if (known === undefined) {
    const words = { owner, repo, title, body: text, labels: [label] };
    return done('opened', await api.ask('POST /repos/{owner}/{repo}/issues', words, issueAnswer));
  }
  if (known.body?.replaceAll('\r\n', '\n').trim() === text.trim() && known.title === title)
    return done('unchanged', known);
  return done('updated', await change({ title, body: text }));
}

const more = '\n\nThere are more than fit here; the command lists them all.';

/** As much as the forge takes, cut between two lines. */
function shortened(text: string): string {
  if (text.length <= mostCharacters) return text;
  const end = text.lastIndexOf('\n- ', mostCharacters - more.length);
  return text.slice(0, end) + more;
}
