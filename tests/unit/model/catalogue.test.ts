import { describe, expect, it } from 'vitest';
import {
  createCatalogue,
  excerptOf,
  readingMinutes,
  reviewDay,
  revisedOn,
} from '../../../src/model/catalogue.ts';
import { authorSlug, groupSlug, pathSlug, postSlug, tagSlug } from '../../../src/model/slug.ts';
import {
  aCatalogue,
  aGroup,
  aPath,
  aPost,
  aThread,
  content,
  publicView,
  slugs,
} from '../../support/entries.ts';

const closedGroup = aGroup('table', { access: 'closed' });

describe('a catalogue', () => {
  const posts = [
    aPost('older', { date: '2025-12-31', tags: ['tools', 'git'] }),
    aPost('b-same-day', { date: '2026-03-12', authors: ['ada', 'bo'] }),
    aPost('a-same-day', { date: '2026-03-12', group: 'circle' }),
    aPost('draft', { draft: true, tags: ['git'] }),
    aPost('closed', { group: 'table' }),
  ];
  const groups = [aGroup('circle'), closedGroup];
  const catalogue = aCatalogue({ posts, groups });

  it('lists visible posts newest first, and those of one day by slug', () => {
    expect(slugs(catalogue.posts)).toEqual(['a-same-day', 'b-same-day', 'older']);
  });

  it('does not depend on the order in which files were read', () => {
    const reversed = aCatalogue({ posts: posts.toReversed(), groups });
    expect(slugs(reversed.posts)).toEqual(slugs(catalogue.posts));
  });

  it('indexes the visible posts alone', () => {
    expect(slugs(catalogue.postsByTag.get(tagSlug.parse('git')))).toEqual(['older']);
    expect(slugs(catalogue.postsByAuthor.get(authorSlug.parse('bo')))).toEqual(['b-same-day']);
    expect(slugs(catalogue.postsByGroup.get(groupSlug.parse('circle')))).toEqual(['a-same-day']);
    expect(catalogue.postsByGroup.get(groupSlug.parse('table'))).toBeUndefined();
    expect(catalogue.postBySlug.has(postSlug.parse('draft'))).toBe(false);
  });

  it('has the years newest first', () => {
    expect([...catalogue.postsByYear.keys()]).toEqual(['2026', '2025']);
  });

  it('lists a post once under a tag or author that it names twice', () => {
    const twice = aCatalogue({ posts: [aPost('a', { tags: ['git', 'git'], authors: ['ada', 'ada'] })] });
    expect(slugs(twice.postsByTag.get(tagSlug.parse('git')))).toEqual(['a']);
    expect(slugs(twice.postsByAuthor.get(authorSlug.parse('ada')))).toEqual(['a']);
  });

  it('leaves the content as it was given', () => {
    const given = content({ posts });
    createCatalogue(given, publicView);
    expect(slugs(given.posts)).toEqual(slugs(posts));
  });
});

describe('backlinks', () => {
  const { mentionedIn } = aCatalogue({
    posts: [
      aPost('target', {}, { mentions: ['target', 'hidden'] }),
      aPost('old', { date: '2026-01-01' }, { mentions: ['target', 'target'] }),
      aPost('new', { date: '2026-02-01' }, { mentions: ['target'] }),
      aPost('hidden', { draft: true }, { mentions: ['target'] }),
      aPost('closed', { group: 'table' }, { mentions: ['target'] }),
    ],
    groups: [closedGroup],
  });

  it('come from visible posts only, once each and newest first, and never from the post itself', () => {
    expect(slugs(mentionedIn.get(postSlug.parse('target')))).toEqual(['new', 'old']);
  });

  it('never lead to a post that is not there', () => {
    expect([...mentionedIn.keys()]).toEqual(['target']);
  });
});

describe('places in learning paths', () => {
  const posts = [aPost('one'), aPost('two', { draft: true }), aPost('three'), aPost('four')];
  const catalogue = aCatalogue({ posts, paths: [aPath('start', ['one', 'two', 'three', 'four'])] });
  const place = (slug: string) => {
    const post = catalogue.postBySlug.get(postSlug.parse(slug));
    return (post === undefined ? [] : catalogue.placesOf(post)).map(
      ({ path, part, parts, previous, next }) => [path.slug, part, parts, previous?.slug, next?.slug],
    );
  };

  it('count the visible steps only, and skip the others on the way', () => {
    expect(place('one')).toEqual([['start', 1, 3, undefined, 'three']]);
    expect(place('three')).toEqual([['start', 2, 3, 'one', 'four']]);
    expect(place('four')).toEqual([['start', 3, 3, 'three', undefined]]);
  });

  it('are none for a post that is in no path', () => {
    expect(catalogue.placesOf(aPost('other'))).toEqual([]);
  });

  it('show the visible steps of a path', () => {
    const steps = catalogue.stepsOf(pathSlug.parse('start'));
    expect(steps.map(({ entry }) => entry.slug)).toEqual(['one', 'three', 'four']);
    expect(catalogue.stepsOf(pathSlug.parse('unknown'))).toEqual([]);
  });
});

describe('threads', () => {
  const threads = [aThread('first-name'), aThread('hidden'), aThread('nobody')];
  const renamed = aPost('third-name', { formerly: ['first-name', 'second-name'] });
  const catalogue = aCatalogue({ posts: [renamed, aPost('hidden', { draft: true })], threads });

  it('stay with a renamed post', () => {
    expect(catalogue.threadOf(renamed)?.key).toBe('first-name');
  });

  it('are there for visible posts only', () => {
    expect(catalogue.threads.map(({ key }) => key)).toEqual(['first-name']);
  });
});

describe('what is said about a post', () => {
  it('is its own excerpt, else its opening', () => {
    expect(excerptOf(aPost('a', { excerpt: 'Mine.' }, { body: { opening: 'The opening.' } }))).toBe('Mine.');
    expect(excerptOf(aPost('a', {}, { body: { opening: 'The opening.' } }))).toBe('The opening.');
  });

  it.each([
    [0, 1],
    [1, 1],
    [329, 1],
    [330, 2],
    [2200, 10],
  ])('is that %i words take %i minutes', (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes);
  });

  it('is a revision only after its publication, and the author knows best', () => {
    expect(revisedOn(aPost('a', {}, { revised: '2026-04-01' }))).toBe('2026-04-01');
    expect(revisedOn(aPost('a', { updated: '2026-05-01' }, { revised: '2026-04-01' }))).toBe('2026-05-01');
    expect(revisedOn(aPost('a', {}, { revised: '2026-03-12' }))).toBeUndefined();
    expect(revisedOn(aPost('a', { updated: '2026-03-01' }))).toBeUndefined();
    expect(revisedOn(aPost('a'))).toBeUndefined();
  });

  it('is a review on a day, or a time after the last revision', () => {
    expect(reviewDay(aPost('a', { reviewBy: '2026-09-01' }))).toBe('2026-09-01');
    expect(reviewDay(aPost('a', { reviewBy: '6 months' }))).toBe('2026-09-12');
    expect(reviewDay(aPost('a', { reviewBy: '6 months', updated: '2026-08-31' }))).toBe('2027-02-28');
    expect(reviewDay(aPost('a', { reviewBy: '6 months', reviewed: '2026-08-31' }))).toBe('2027-02-28');
    expect(reviewDay(aPost('a', { reviewBy: '2026-09-01', reviewed: '2026-10-01' }))).toBe('2026-09-01');
    const revised = { updated: '2026-09-01', reviewed: '2026-08-01' };
    expect(reviewDay(aPost('a', { reviewBy: '1 month', ...revised }))).toBe('2026-10-01');
    expect(reviewDay(aPost('a'))).toBeUndefined();
  });
});
