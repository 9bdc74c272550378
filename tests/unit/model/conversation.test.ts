import { describe, expect, it } from 'vitest';
import { liveliestTalks, reactionList, remarkCount, speakerOf } from '../../../src/model/conversation.ts';
import { newestRemark, remarkAnchor, threadSchema, visibleRemarks } from '../../../src/model/thread.ts';
import {
  aCatalogue,
  anAuthor,
  aPost,
  aRemark,
  aReply,
  aSite,
  aThread,
  threadFile,
} from '../../support/entries.ts';

const ids = (remarks: readonly { id: string }[]) => remarks.map(({ id }) => id);

describe('the remarks of a thread', () => {
  const thread = threadFile({
    comments: [
      aRemark('one', {
        createdAt: '2026-03-01T10:00:00Z',
        replies: [aReply('reply', { createdAt: '2026-03-05T10:00:00Z' })],
      }),
      aRemark('deleted', { deleted: true, createdAt: '2026-03-09T10:00:00Z', replies: [aReply('below')] }),
      aRemark('spam', { hidden: 'spam', createdAt: '2026-03-08T10:00:00Z' }),
    ],
  });

  it('count replies, and neither deleted nor hidden ones', () => {
    expect(ids(visibleRemarks(thread))).toEqual(['one', 'reply', 'below']);
    expect(remarkCount({ ...aThread('a'), ...thread })).toBe(3);
    expect(remarkCount(undefined)).toBe(0);
  });

  it('have a newest one that a reader can see', () => {
    expect(newestRemark(thread)?.id).toBe('below');
    expect(newestRemark(threadFile())).toBeUndefined();
  });

  it('have ids that fit into a page and an address', () => {
    expect(remarkAnchor({ id: 'DC_kwDO"><script>' })).toBe('comment-dc-kwdo-script-');
  });

  it('are refused without a time in UTC, and with fields that nobody knows', () => {
    const comments = [{ ...aRemark('a'), createdAt: '2026-03-01 10:00' }];
    const issues = threadSchema.safeParse({ ...threadFile(), comments, extra: 1 }).error?.issues ?? [];
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['comments.0.createdAt', '']);
  });
});

describe('who speaks', () => {
  const pseudonyms = [{ login: 'Sam-O', name: 'A former colleague' }];
  const catalogue = aCatalogue({
    site: aSite({ threads: { pseudonyms } }),
    authors: [
      anAuthor('ada', { name: 'Ada Berg', login: 'ada-b' }),
      anAuthor('sam', { name: 'Samuel Osei', login: 'sam-o' }),
    ],
  });

  it.each([
    [
      { login: 'ada-b', name: 'A.' },
      { name: 'Ada Berg', permalink: '/authors/ada/' },
    ],
    [
      { login: 'Ada-B', name: null },
      { name: 'Ada Berg', permalink: '/authors/ada/' },
    ],
    [
      { login: 'sam-o', name: 'Samuel Osei' },
      { name: 'A former colleague', permalink: undefined },
    ],
    [
      { login: 'stranger', name: 'Sam' },
      { name: 'Sam', permalink: undefined },
    ],
    [
      { login: 'stranger', name: null },
      { name: 'stranger', permalink: undefined },
    ],
    [null, { name: 'A deleted account', permalink: undefined }],
  ])('for %j is %j', (author, speaker) => {
    expect(speakerOf(catalogue, { author })).toEqual(speaker);
  });
});

it('lists reactions that somebody gave, in the order of the forge', () => {
  expect(reactionList({ EYES: 1, THUMBS_UP: 3, HEART: 0 })).toEqual([
    { symbol: '👍', words: 'thumbs up', count: 3 },
    { symbol: '👀', words: 'eyes', count: 1 },
  ]);
});

describe('talks', () => {
  const said = (id: string, createdAt: string) => ({ comments: [aRemark(id, { createdAt })] });
  const catalogue = aCatalogue({
    posts: [
      aPost('early', { kind: 'question', date: '2026-01-01' }),
      aPost('late', { kind: 'question', date: '2026-02-01' }),
      aPost('silent', { kind: 'question', date: '2026-03-01' }),
      aPost('hidden', { kind: 'question', draft: true }),
      aPost('statement'),
    ],
    threads: [
      aThread('early', said('a', '2026-05-01T00:00:00Z')),
      aThread('late', { ...said('b', '2026-06-01T00:00:00Z'), answer: 'b' }),
      aThread('silent', { comments: [aRemark('c', { deleted: true })] }),
      aThread('hidden', said('d', '2026-07-01T00:00:00Z')),
    ],
  });

  it('are liveliest where the newest remark is, in posts that are there', () => {
    expect(liveliestTalks(catalogue, 5).map(({ permalink, last }) => [permalink, last.id])).toEqual([
      ['/posts/late/', 'b'],
      ['/posts/early/', 'a'],
    ]);
    expect(liveliestTalks(catalogue, 1)).toHaveLength(1);
  });
});
