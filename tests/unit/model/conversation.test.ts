import { describe, expect, it } from 'vitest';
import {
  liveliestTalks,
  orderedComments,
  reactionList,
  remarkCount,
  speakerOf,
} from '../../../src/model/conversation.ts';
import { joiningOf } from '../../../src/model/joining.ts';
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

  it('stand with the accepted answer first, and the rest as they were written', () => {
    const comments = [aRemark('a'), aRemark('b'), aRemark('c')];
    expect(ids(orderedComments(threadFile({ comments, answer: 'c' })))).toEqual(['c', 'a', 'b']);
    expect(ids(orderedComments(threadFile({ comments })))).toEqual(['a', 'b', 'c']);
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
  const catalogue = aCatalogue({ authors: [anAuthor('ada', { name: 'Ada Berg', login: 'ada-b' })] });

  it.each([
    [
      { login: 'ada-b', name: 'A.' },
      { name: 'Ada Berg', permalink: '/authors/ada/' },
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

describe('joining a conversation', () => {
  const forge = { kind: 'github', url: 'https://github.com', repository: 'k/b' } as const;
  const giscus = { mode: 'giscus', repoId: 'R', category: 'C', categoryId: 'D' } as const;
  const mode = (site: Parameters<typeof aSite>[0], post = aPost('a')) =>
    joiningOf(aSite(site), post, undefined);

  it('is off without a forge, when the blog says so, and when the post says so', () => {
    expect(mode({ comments: giscus })).toEqual({ mode: 'off' });
    expect(mode({ forge, comments: { mode: 'off' } })).toEqual({ mode: 'off' });
    expect(mode({ forge, comments: giscus }, aPost('a', { comments: false }))).toEqual({ mode: 'off' });
  });

  it('leads to the forge, and to the thread where there is one', () => {
    expect(mode({ forge })).toEqual({
      mode: 'link',
      url: 'https://github.com/k/b/discussions',
      forge: 'GitHub',
    });
    expect(joiningOf(aSite({ forge }), aPost('a'), aThread('a'))).toMatchObject({
      url: 'https://forge.example/d/1',
    });
  });

  it('is a link on forges that the widget does not know', () => {
    expect(mode({ forge: { ...forge, kind: 'gitea' }, comments: giscus }).mode).toBe('link');
  });

  it('gives the widget the oldest name of the post and the bare language', () => {
    const post = aPost('new', { formerly: ['old'] });
    expect(mode({ forge, comments: giscus, language: 'pt-PT' }, post)).toMatchObject({
      mode: 'giscus',
      threadKey: 'old',
      language: 'pt',
    });
  });
});
