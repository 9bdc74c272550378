import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openKnownRelated } from '../../../src/compile/known-related.ts';
import { createCatalogue } from '../../../src/model/catalogue.ts';
import type { Post } from '../../../src/model/post.ts';
import { createRelated } from '../../../src/model/related.ts';
import { temporaryFolder } from '../../support/content.ts';
import { aPost, aTag, content, publicView } from '../../support/entries.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const tags = [aTag('tools'), aTag('pumps')];
const [a, b, c, d] = [
  aPost('a', { tags: ['tools'] }),
  aPost('b', { tags: ['tools'] }),
  aPost('c', { tags: ['pumps'] }),
  aPost('d', { tags: ['tools'] }),
];
const posts = [a, b, c, d];

/** The slugs of what each post is related to, in a run of its own, and whether that had to be looked for. */
async function run(given: Post[], { pins = tags, fingerprint = 'code' } = {}) {
  let isSearched = false;
  const known = await openKnownRelated(folder.dir, fingerprint, (neighbourhood) => {
    isSearched = true;
    return createRelated(neighbourhood);
  });
  const catalogue = createCatalogue(content({ posts: given, tags: pins }), publicView, known.relate);
  const found = Object.fromEntries(
    catalogue.posts.map((post) => [
      post.slug,
      catalogue
        .related(post)
        .map(({ slug }) => slug)
        .join(),
    ]),
  );
  await known.keep();
  return { ...found, isSearched };
}

it('are looked for once, as long as topics, kinds and groups are the same', async () => {
  const found = { a: 'b,d', b: 'a,d', c: '', d: 'a,b' };
  expect(await run(posts)).toEqual({ ...found, isSearched: true });
  const retitled = posts.map((post) => ({ ...post, title: `${post.title} again` }));
  expect(await run(retitled)).toEqual({ ...found, isSearched: false });
});

it.each([
  ['has other topics', [a, b, aPost('c', { tags: ['tools'] }), d], tags, 'b,c,d'],
  ['has come', [...posts, aPost('e', { tags: ['tools'] })], tags, 'b,d,e'],
  ['has gone', [a, c, d], tags, 'd'],
  ['is of another kind', [a, aPost('b', { tags: ['tools'], kind: 'how-to' }), c, d], tags, 'd,b'],
  ['is pinned', posts, [aTag('tools', { pinned: ['d'] }), aTag('pumps')], 'd,b'],
])('are looked for again when a post %s', async (_what, given, pins, expected) => {
  await run(posts);
  expect(await run(given, { pins })).toMatchObject({ a: expected, isSearched: true });
});

it('are looked for again when the code is another, or what was kept is torn', async () => {
  await run(posts);
  expect(await run(posts, { fingerprint: 'other code' })).toMatchObject({ isSearched: true });
  await appendFile(join(folder.dir, 'related.json'), ' ');
  expect(await run(posts, { fingerprint: 'other code' })).toMatchObject({ a: 'b,d', isSearched: true });
});

it('are looked for each time for what stands in no list', async () => {
  await run(posts);
  const known = await openKnownRelated(folder.dir, 'code');
  const catalogue = createCatalogue(content({ posts, tags }), publicView, known.relate);
  expect(
    catalogue.related({ tags: ['pumps'] as Post['tags'], kind: 'question' }, 5).map(({ slug }) => slug),
  ).toEqual(['c']);
});
