import { describe, expect, it } from 'vitest';
import type { Post } from '../../../src/model/post.ts';
import { aCatalogue, aGroup, aPost, aTag, seededRandom, slugs } from '../../support/entries.ts';

const related = (posts: Post[], to: string, tags = [aTag('tools')]) => {
  const catalogue = aCatalogue({ posts, tags });
  const post = catalogue.posts.find(({ slug }) => slug === to);
  return post === undefined ? undefined : slugs(catalogue.related(post));
};

describe('related posts', () => {
  it('share a topic, and the rarest topic counts most', () => {
    const posts = [
      aPost('here', { tags: ['tools', 'rare'] }),
      aPost('rare', { tags: ['rare'], date: '2020-01-01' }),
      aPost('common-1', { tags: ['tools'] }),
      aPost('common-2', { tags: ['tools'] }),
      aPost('common-3', { tags: ['tools'] }),
      aPost('other', { tags: ['else'] }),
    ];
    expect(related(posts, 'here')).toEqual(['rare', 'common-1', 'common-2']);
  });

  it('prefer the group, then the kind, then the newer, then the slug', () => {
    const posts = [
      aPost('here', { group: 'circle', kind: 'how-to' }),
      aPost('in-group', { group: 'circle', date: '2020-01-01' }),
      aPost('same-kind', { kind: 'how-to', date: '2020-01-01' }),
      aPost('newer', { date: '2026-02-01' }),
      aPost('a-older', { date: '2026-01-01' }),
      aPost('b-older', { date: '2026-01-01' }),
    ];
    expect(related(posts, 'here')).toEqual(['in-group', 'same-kind', 'newer']);
    expect(related(posts.slice(4).concat(aPost('here')), 'here')).toEqual(['a-older', 'b-older']);
  });

  it('are led by one that is pinned to a shared topic', () => {
    const posts = [
      aPost('here'),
      aPost('newest', { date: '2026-11-01' }),
      aPost('pinned', { date: '2020-01-01' }),
    ];
    expect(related(posts, 'here', [aTag('tools', { pinned: ['pinned'] })])).toEqual(['pinned', 'newest']);
    expect(related(posts, 'here', [aTag('tools', { pinned: ['here'] })])).toEqual(['newest', 'pinned']);
  });

  it('are none when nothing is shared', () => {
    expect(related([aPost('here'), aPost('other', { tags: ['else'] })], 'here')).toEqual([]);
  });
});

describe('related posts of any corpus', () => {
  const corpora = Array.from({ length: 150 }, (_, seed) => corpus(seed + 1));

  it('are at most three, never the post itself, never twice, and never a post that is not there', () => {
    for (const { catalogue } of corpora)
      for (const post of catalogue.posts) {
        const found = catalogue.related(post);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(found).not.toContain(post);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((other) => catalogue.posts.includes(other))).toBe(true);
        expect(found.every(({ tags }) => tags.some((tag) => post.tags.includes(tag)))).toBe(true);
      }
  });

  it('are led by a pinned one whenever one shares a topic', () => {
    for (const { catalogue } of corpora)
      for (const post of catalogue.posts) {
        const pinned = post.tags.flatMap((tag) => catalogue.tagBySlug.get(tag)?.pinned ?? []);
        const candidates = catalogue.posts.filter(
          ({ slug, tags }) =>
            slug !== post.slug && pinned.includes(slug) && tags.some((tag) => post.tags.includes(tag)),
        );
        const [lead] = catalogue.related(post);
        if (candidates.length > 0) expect(candidates).toContain(lead);
      }
  });

  it('do not depend on the order in which files were read', () => {
    for (const { parts, catalogue } of corpora) {
      const again = aCatalogue({ ...parts, posts: parts.posts.toReversed() });
      for (const post of catalogue.posts)
        expect(slugs(again.related(post))).toEqual(slugs(catalogue.related(post)));
    }
  });
});

function corpus(seed: number) {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item =>
    items[Math.floor(random() * items.length)] ?? items[0];
  const size = 2 + Math.floor(random() * 20);
  const names = Array.from({ length: size }, (_, index) => `post-${index}`);
  const posts = names.map((name) => {
    const month = 1 + Math.floor(random() * 12);
    return aPost(name, {
      tags: [...new Set([pick(['a', 'b', 'c', 'd']), pick(['a', 'b', 'c', 'd'])])],
      date: `2026-${String(month).padStart(2, '0')}-0${1 + Math.floor(random() * 3)}`,
      kind: pick(['article', 'how-to', 'question']),
      draft: random() < 0.2,
      group: pick([undefined, 'circle', 'table']),
    });
  });
  const tags = ['a', 'b', 'c', 'd'].map((tag) =>
    aTag(tag, { pinned: random() < 0.5 ? [pick(['post-0', ...names])] : [] }),
  );
  const parts = { posts, tags, groups: [aGroup('circle'), aGroup('table', { access: 'closed' })] };
  return { parts, catalogue: aCatalogue(parts) };
}
