import { z } from 'zod';

const instant = z.iso.datetime({ message: 'A time is written in UTC, such as 2026-03-12T09:30:00Z.' });
const commit = z.string().regex(/^[\da-f]{40,64}$/u, 'A commit is named by its whole id.');
const text = z.string().min(1);

/** Nobody when the account no longer exists. */
const person = z.strictObject({ login: text, name: text.nullable() }).nullable();

/** Somebody on the forge. */
export type Reviewer = z.output<typeof person>;

const approvalSchema = z.strictObject({
  by: person.describe('Who gave it.'),
  at: instant.describe('When.'),
  standing: z
    .enum(['counts', 'earlier', 'own', 'unclear'])
    .describe(
      'What it is worth: counts; earlier, when commits came after it; own, when they wrote some of it themselves; unclear, when the forge does not say whether they may review.',
    ),
});

const pullSchema = z.strictObject({
  number: z.int().min(1).describe('Its number on the forge.'),
  title: text.describe('What it changed, in the words of its author.'),
  url: z.url({ protocol: /^https?$/u }).describe('Where it can be read.'),
  author: person.describe('Who opened it.'),
  mergedAt: instant.describe('When it was merged.'),
  mergedBy: person.describe('Who merged it; nobody when a machine did.'),
  approvals: z
    .array(approvalSchema)
    .describe('The approvals that stood when it was merged, the earliest first.'),
  commits: z.array(commit).min(1).describe('The commits that it brought, as far as they changed texts.'),
  texts: z
    .array(
      z.strictObject({
        path: text.describe('The file, by its name at that time, relative to the content folder.'),
        digest: z
          .string()
          .regex(/^[\da-f]{40}$/u)
          .describe('Names the text as it was approved.'),
      }),
    )
    .describe('The texts that it changed, as they were when it was merged.'),
});

/** A pull request that was merged, and who approved it. */
export type ApprovedPull = z.output<typeof pullSchema>;
export type Approval = ApprovedPull['approvals'][number];

/** `content/approvals.json`: who approved what. Written by `npm run approvals` from what the forge says, never by hand. */
export const approvalsSchema = z.strictObject({
  pulls: z.array(pullSchema).default([]).describe('The pull requests that changed texts, by their numbers.'),
  withoutPull: z
    .array(commit)
    .default([])
    .describe('Commits that changed texts and came without a pull request.'),
});

export type Approvals = z.output<typeof approvalsSchema>;

/** The file in the content folder. */
export const approvalsPath = 'approvals.json';

/** What a pull request says about the texts that it brought. */
export type Verdict =
  /** Somebody who did not write it approved what was merged. */
  | { kind: 'approved'; approvals: Approval[] }
  /** The same, but commits came after the last approval. */
  | { kind: 'approved-earlier'; approvals: Approval[] }
  | { kind: 'not-approved' }
  /** The forge does not say enough. */
  | { kind: 'unknown' };

export function verdictOn({ approvals }: Pick<ApprovedPull, 'approvals'>): Verdict {
  const of = (standing: Approval['standing']) => approvals.filter((one) => one.standing === standing);
  if (of('counts').length > 0) return { kind: 'approved', approvals: of('counts') };
  if (of('unclear').length > 0) return { kind: 'unknown' };
  if (of('earlier').length > 0) return { kind: 'approved-earlier', approvals: of('earlier') };
  return { kind: 'not-approved' };
}

/** The pull request that brought a text as it is, by its digest: the last one, if there were several. */
export function pullByText({ pulls }: Pick<Approvals, 'pulls'>): Map<string, ApprovedPull> {
  const found = new Map<string, ApprovedPull>();
  for (const pull of pulls)
    for (const { digest } of pull.texts) {
      const before = found.get(digest);
      if (before === undefined || before.mergedAt < pull.mergedAt) found.set(digest, pull);
    }
  return found;
}

/** What a file is called, wherever it lies: `posts/seals` for `posts/seals/index.md`. */
export function nameOfFile(path: string): string {
  return path.replace(/\.mdx?$/u, '').replace(/\/index$/u, '');
}
