import type { Approval, Reviewer } from '../../src/model/approval.ts';
import { plainLine } from '../../src/model/plain-line.ts';
import type { Account, ForgePull } from './approval-queries.ts';

type Review = ForgePull['reviews']['nodes'][number];

/** A pull request with all its reviews and commits, or as many of them as the forge shows. */
export type WholePull = Omit<ForgePull, 'reviews' | 'commits'> & {
  reviews: Review[];
  commits: ForgePull['commits']['nodes'];
  /** Whether every commit is known. */
  isComplete: boolean;
};

/**
 * The approvals that stood when a pull request was merged, the earliest first. The last word of each reviewer before the
 * merge decides; one that was dismissed stands no longer. Machines approve nothing. It does not count from somebody who
 * wrote some of the commits, alone or as a co-author, nor for a version that is not the one that was merged.
 */
export function approvalsOf(pull: WholePull): Approval[] {
  const lastWords = new Map<string, Review>();
  for (const [index, review] of [...pull.reviews].sort(bySubmission).entries()) {
    const { submittedAt, author } = review;
    if (submittedAt === null || submittedAt > pull.mergedAt || author?.__typename === 'Bot') continue;
    // Accounts that are gone cannot be told apart.
    lastWords.set(author?.login.toLowerCase() ?? `gone ${index}`, review);
  }
  return [...lastWords.values()]
    .filter(({ state }) => state === 'APPROVED')
    .sort(bySubmission)
    .map((review) => ({
      by: reviewerOf(review.author),
      at: review.submittedAt ?? pull.mergedAt,
      standing: standingOf(review, pull),
    }));
}

function standingOf(
  { author, authorCanPushToRepository, commit }: Review,
  pull: WholePull,
): Approval['standing'] {
  if (isOwn(author, pull)) return 'own';
  // Who has left may write no longer, and may have been allowed to at the time.
  if (!pull.isComplete || author === null || !authorCanPushToRepository) return 'unclear';
  return commit?.oid === pull.headRefOid ? 'counts' : 'earlier';
}

function isOwn(reviewer: Account, { author, commits }: WholePull): boolean {
  if (reviewer === null) return false;
  const writers = commits.flatMap(({ commit }) => commit.authors.nodes);
  const isTheirLogin = (login: string | undefined) => login?.toLowerCase() === reviewer.login.toLowerCase();
  return (
    isTheirLogin(author?.login) ||
    writers.some(({ user, name }) =>
      // The forge knows no account for an address that nobody has confirmed.
      user === null ? name != null && isSameName(name, reviewer.name) : isTheirLogin(user.login),
    )
  );
}

function isSameName(one: string, other: string | null | undefined): boolean {
  return one.normalize('NFKC').toLowerCase().trim() === other?.normalize('NFKC').toLowerCase().trim();
}

/** A person as the register keeps them. Machines are nobody. */
export function reviewerOf(account: Account): Reviewer {
  if (account === null || account.__typename === 'Bot') return null;
  const name = plainLine(account.name ?? '').trim();
  return { login: account.login, name: name === '' ? null : name };
}

function bySubmission(one: Review, other: Review): number {
  return (one.submittedAt ?? '') < (other.submittedAt ?? '') ? -1 : 1;
}
