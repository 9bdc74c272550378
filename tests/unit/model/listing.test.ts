import { describe, expect, it } from 'vitest';
import { initials } from '../../../src/model/author.ts';
import { listingOf, listWords } from '../../../src/model/listing.ts';
import { pageParam, pagesOf, pageSize } from '../../../src/model/pages-of.ts';
import {
  absoluteUrl,
  archivePermalink,
  authorPermalink,
  feedPath,
  groupPermalink,
  homePermalink,
  numberedPermalink,
  pagePermalink,
  pathPermalink,
  postPermalink,
  postsPermalink,
  tagPermalink,
  yearPermalink,
} from '../../../src/model/permalink.ts';
import { authorSlug, groupSlug, pageSlug, pathSlug, postSlug, tagSlug } from '../../../src/model/slug.ts';
import { aCatalogue, anAuthor, aPost, aRemark, aTag, aThread, day } from '../../support/entries.ts';

describe('permalinks', () => {
  it('start and end with a slash, one form for each kind of page', () => {
    expect([
      homePermalink,
      archivePermalink,
      postPermalink(postSlug.parse('a')),
      tagPermalink(tagSlug.parse('b')),
      authorPermalink(authorSlug.parse('c')),
      groupPermalink(groupSlug.parse('d')),
      pathPermalink(pathSlug.parse('e')),
      pagePermalink(pageSlug.parse('f')),
      yearPermalink('2026'),
    ]).toEqual([
      '/',
      '/archive/',
      '/posts/a/',
      '/tags/b/',
      '/authors/c/',
      '/groups/d/',
      '/paths/e/',
      '/f/',
      '/archive/2026/',
    ]);
  });

  it('number the pages of a list, except the first', () => {
    expect([numberedPermalink(postsPermalink, 1), numberedPermalink(postsPermalink, 12)]).toEqual([
      '/posts/',
      '/posts/page/12/',
    ]);
  });

  it('have feeds and full addresses', () => {
    expect([feedPath(homePermalink), feedPath(tagPermalink(tagSlug.parse('git')))]).toEqual([
      '/feed.xml',
      '/tags/git/feed.xml',
    ]);
    expect(absoluteUrl({ url: 'https://blog.example' }, '/posts/a/')).toBe('https://blog.example/posts/a/');
  });
});

describe('the pages of a list', () => {
  const cut = (count: number) =>
    pagesOf(
      Array.from({ length: count }, (_, index) => index),
      postsPermalink,
    );

  it('are one, and empty, for an empty list', () => {
    expect(cut(0)).toEqual([{ items: [], page: 1, pages: 1, permalink: '/posts/' }]);
  });

  it.each([
    [1, 1],
    [pageSize, 1],
    [pageSize + 1, 2],
    [2 * pageSize, 2],
    [120, 3],
  ])('of %i entries are %i', (count, pages) => {
    const lists = cut(count);
    expect(lists).toHaveLength(pages);
    expect(lists.every((list) => list.pages === pages)).toBe(true);
    expect(lists.flatMap(({ items }) => items)).toEqual(Array.from({ length: count }, (_, index) => index));
  });

  it('have a route parameter, except the first, which is the list', () => {
    expect(cut(120).map(pageParam)).toEqual([undefined, 'page/2', 'page/3']);
  });
});

describe('a post in a list', () => {
  const thread = aThread('old', { comments: [aRemark('a'), aRemark('b', { hidden: 'spam' })], answer: 'a' });
  const post = aPost('new', {
    formerly: ['old'],
    kind: 'question',
    tags: ['git', 'gone'],
    date: '2026-12-01',
  });
  const parts = {
    posts: [post],
    threads: [thread],
    authors: [anAuthor('ada', { name: 'Ada Berg' })],
    tags: [aTag('git', { label: 'Git' })],
  };

  it('shows names, counts and standing', () => {
    expect(listingOf(aCatalogue(parts, { preview: true }), post)).toEqual({
      title: 'The post new',
      permalink: '/posts/new/',
      excerpt: 'Some words.',
      kind: 'question',
      date: '2026-12-01',
      lang: undefined,
      authors: [{ name: 'Ada Berg', permalink: '/authors/ada/' }],
      tags: [
        { name: 'Git', permalink: '/tags/git/' },
        { name: 'gone', permalink: '/tags/gone/' },
      ],
      comments: 1,
      lastComment: '2026-03-13',
      state: 'answered',
      standing: 'scheduled',
      link: undefined,
    });
  });

  it('is published from its day on', () => {
    expect(listingOf(aCatalogue(parts, { day: day('2026-12-01') }), post).standing).toBe('published');
  });
});

it('joins names as the language does', () => {
  expect(listWords(['Ada', 'Bo', 'Cy'], 'en-GB')).toBe('Ada, Bo and Cy');
  expect(listWords(['Ada', 'Bo'], 'pt-PT')).toBe('Ada e Bo');
  expect(listWords([], 'en-GB')).toBe('');
});

it.each([
  ['Inês Carvalho', 'IC'],
  ['Zofia Anna Wiśniewska', 'ZW'],
  ['Learning', 'L'],
  ['émile  Zola', 'ÉZ'],
  ['R2 (robot)', 'R'],
  ['山田 太郎', '山太'],
  ['42', ''],
])('shortens %s to %s', (name, short) => {
  expect(initials(name)).toBe(short);
});
