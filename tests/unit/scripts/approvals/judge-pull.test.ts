import { describe, expect, it } from 'vitest';
import { approvalsOf, type WholePull } from '../../../../scripts/approvals/judge-pull.ts';

type Review = WholePull['reviews'][number];

const person = (login: string, name: string | null = null) => ({ __typename: 'User', login, name });
const review = (author: Review['author'], changes: Partial<Review> = {}): Review => ({
  state: 'APPROVED',
  submittedAt: '2026-02-01T12:00:00Z',
  authorCanPushToRepository: true,
  author,
  commit: { oid: 'head' },
  ...changes,
});
const commit = (name: string | null, login?: string) => ({
  commit: { oid: 'head', authors: { nodes: [{ name, user: login === undefined ? null : { login } }] } },
});
const standings = (changes: Partial<WholePull>) =>
  approvalsOf({
    number: 1,
    title: 'A change',
    url: 'https://forge.example/pull/1',
    mergedAt: '2026-02-02T12:00:00Z',
    headRefOid: 'head',
    author: person('ada'),
    mergedBy: person('hana'),
    reviews: [],
    commits: [commit('Ada Berg', 'ada')],
    isComplete: true,
    ...changes,
  }).map(({ by, standing }) => `${by?.login ?? 'nobody'} ${standing}`);

describe('an approval', () => {
  it('does not count from the author or a co-author, whatever the case of the login', () => {
    const reviews = [review(person('ADA')), review(person('Hana')), review(person('tomasz'))];
    const commits = [commit('Ada Berg', 'ada'), commit('Hana Satō', 'hana')];
    expect(standings({ reviews, commits })).toEqual(['ADA own', 'Hana own', 'tomasz counts']);
  });

  it('does not count from whoever opened the pull request, though others wrote all of it', () => {
    expect(standings({ author: person('leila'), reviews: [review(person('leila'))] })).toEqual(['leila own']);
  });

  it('does not count from somebody of the name of a writer whose account the forge does not know', () => {
    const reviews = [review(person('hs', 'Hana Satō'))];
    expect(standings({ reviews, commits: [commit('hana satō')] })).toEqual(['hs own']);
    expect(standings({ reviews, commits: [commit('Hana Satō', 'other')] })).toEqual(['hs counts']);
  });

  it('is not there when it was given after the merge, dismissed, followed by a request for changes, or by a machine', () => {
    const late = review(person('hana'), { submittedAt: '2026-02-03T12:00:00Z' });
    const dismissed = review(person('tomasz'), { state: 'DISMISSED' });
    const back = [
      review(person('leila'), { state: 'CHANGES_REQUESTED', submittedAt: '2026-02-01T13:00:00Z' }),
      review(person('leila')),
    ];
    const machine = review({ __typename: 'Bot', login: 'rota' });
    expect(standings({ reviews: [late, dismissed, ...back, machine] })).toEqual([]);
  });

  it('counts again when it was given anew', () => {
    const reviews = [
      review(person('hana'), { commit: { oid: 'older' } }),
      review(person('hana'), { submittedAt: '2026-02-01T14:00:00Z' }),
    ];
    expect(standings({ reviews })).toEqual(['hana counts']);
    expect(standings({ reviews: reviews.slice(0, 1) })).toEqual(['hana earlier']);
    expect(standings({ reviews: [review(person('hana'), { commit: null })] })).toEqual(['hana earlier']);
  });

  it('is unclear from accounts that are gone or may not write, and where not all commits are known', () => {
    expect(standings({ reviews: [review(null), review(null)] })).toEqual([
      'nobody unclear',
      'nobody unclear',
    ]);
    const reader = review(person('reader'), { authorCanPushToRepository: false });
    expect(standings({ reviews: [reader] })).toEqual(['reader unclear']);
    expect(standings({ reviews: [review(person('hana'))], isComplete: false })).toEqual(['hana unclear']);
  });
});
