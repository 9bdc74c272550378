import { z } from 'zod';
import type { Errand } from './forge-error.ts';
import type { ForgeOptions } from './patient-octokit.ts';
import { openRest } from './rest.ts';
import { sameText, steadily } from './steadily.ts';
import { writeSticky, type StickyComment, type Written } from './sticky-comment.ts';

/** What is proposed. `head` and `base` are branches of the repository. */
export interface Proposal {
  head: string;
  base: string;
  title: string;
  body: string;
  /** Are added; others that people gave it stay. */
  labels?: readonly string[];
  /** Only for a pull request that is opened. */
  draft?: boolean;
}

export interface Found {
  number: number;
  url: string;
  /** An instant such as `2026-03-12T09:30:00Z`. */
  openedAt: string;
}

export interface PullFacts {
  /** The commit that would be merged. */
  head: string;
  /** Every file that it touches, also under its old name. */
  files: string[];
  /** Whether there are more files than the forge lists. */
  hasMore: boolean;
}

/** Pull requests, and comments on them, that are brought up to date and never repeated. */
export interface Proposals {
  /** The open pull request of a branch. */
  find: (head: string, base: string) => Promise<Found | undefined>;
  /** When the last pull request of a branch was closed without being merged; undefined when it was not. */
  declinedAt: (head: string, base: string) => Promise<string | undefined>;
  /** What a pull request is about, as the forge itself says. */
  read: (number: number) => Promise<PullFacts>;
  /** The numbers of the open pull requests that end with a commit, also those from a fork. */
  endingWith: (commit: string) => Promise<number[]>;
  /** Opens a pull request, or gives the open one of the same branches these words. */
  openOrUpdate: (proposal: Proposal) => Promise<Written>;
  /** Writes the one comment of its kind on a pull request or an issue. */
  stickyComment: (comment: StickyComment) => Promise<Written>;
}

export interface ProposalOptions extends ForgeOptions {
  /** `owner/name`. */
  repository: string;
}

/** The largest body of a comment or a pull request that GitHub takes, in characters. */
export const mostCharacters = 65_536;

const errand: Errand = {
  permission:
    'A fine-grained token needs the permission "Pull requests: write" for the repository, a classic one the scope "repo", and a job of GitHub Actions "permissions: pull-requests: write". Whether jobs may open pull requests is a setting of the repository and of the organisation as well: "Allow GitHub Actions to create and approve pull requests".',
  notFound: {
    message:
      'The forge knows no such repository or pull request, or hides it from this token. Is forge.repository in site.yml right, and may the token read it?',
    kind: 'absent',
  },
};

// GitHub lists no more files of one pull request.
const mostFiles = 3_000;

const pullAnswer = z.object({
  number: z.int(),
  created_at: z.string(),
  closed_at: z.string().nullable(),
  merged_at: z.string().nullable(),
  head: z.object({ sha: z.string() }),
  html_url: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  labels: z.array(z.object({ name: z.string() })),
});
const fileAnswer = z.object({ filename: z.string(), previous_filename: z.string().optional() });

/** Opens the pull requests of one repository. Its face throws a `ForgeError` for everything that goes wrong. */
export function openProposals({ repository, ...options }: ProposalOptions): Proposals {
  const [owner = '', repo = ''] = repository.split('/');
  const api = openRest(options, errand);
  const where = { owner, repo };
  const pause = (options.pace?.second ?? 1000) * 2;

  const newestPull = async (state: 'open' | 'closed', head: string, base: string) => {
    const order = { state, sort: 'created', direction: 'desc', per_page: 1 };
    const parameters = { ...where, head: `${owner}:${head}`, base, ...order };
    const [pull] = await api.ask('GET /repos/{owner}/{repo}/pulls', parameters, z.array(pullAnswer));
    return pull;
  };

  return {
    find: async (head, base) => {
      const pull = await newestPull('open', head, base);
      return pull && { number: pull.number, url: pull.html_url, openedAt: pull.created_at };
    },

    declinedAt: async (head, base) => {
      const pull = await newestPull('closed', head, base);
      return pull?.merged_at == null ? (pull?.closed_at ?? undefined) : undefined;
    },

    read: async (number) => {
      const parameters = { ...where, pull_number: number };
      const pull = await api.ask('GET /repos/{owner}/{repo}/pulls/{pull_number}', parameters, pullAnswer);
      const files = await api.list(
        'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
        parameters,
        fileAnswer,
      );
      const names = files.flatMap(({ filename, previous_filename: old }) => [filename, old ?? filename]);
      return { head: pull.head.sha, files: [...new Set(names)], hasMore: files.length >= mostFiles };
    },

    endingWith: async (commit) => {
      const open = await api.list('GET /repos/{owner}/{repo}/pulls', { ...where, state: 'open' }, pullAnswer);
      return open.filter(({ head }) => head.sha === commit).map(({ number }) => number);
    },

    openOrUpdate: ({ head, base, title, body, labels = [], draft = false }) =>
      steadily(pause, async () => {
        const known = await newestPull('open', head, base);
        const words = { title, body };
        const pull =
          known === undefined
            ? await api.ask(
                'POST /repos/{owner}/{repo}/pulls',
                { ...where, head, base, draft, ...words },
                pullAnswer,
              )
            : known.title === title && sameText(known.body, body)
              ? known
              : await api.ask(
                  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
                  { ...where, pull_number: known.number, ...words },
                  pullAnswer,
                );
        const { number, html_url: url } = pull;
        const missing = labels.filter((label) => !pull.labels.some(({ name }) => name === label));
        if (missing.length > 0)
          await api.ask(
            'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
            { ...where, issue_number: number, labels: missing },
            z.unknown(),
          );
        const isSame = pull === known && missing.length === 0;
        return { number, url, made: known === undefined ? 'opened' : isSame ? 'unchanged' : 'updated' };
      }),

    stickyComment: (comment) => steadily(pause, () => writeSticky(api, where, comment)),
  };
}
