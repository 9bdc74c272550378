import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandom } from '../bench/random.ts';
import { createEditedBlog, withoutIndex, type EditedBlog } from '../support/edited-blog.ts';
import { indexedWords } from '../support/indexed-words.ts';
import { asGoodAs, everythingFound } from '../support/search-index.ts';
import { drawSequences, edit } from '../support/random-edits.ts';

const seed = Number(process.env['EDITS_SEED'] ?? '1');
const count = Number(process.env['EDITS_SEQUENCES'] ?? '40');
const posts = Number(process.env['EDITS_POSTS'] ?? '200');

let blog: EditedBlog;
beforeAll(async () => {
  blog = await createEditedBlog(posts, seed);
  await Promise.all([blog.build(), blog.buildFromNothing('bundled')]);
});
afterAll(() => blog.remove());

const random = createRandom('edits', seed);
const sequences = drawSequences(count, random);

it.each(sequences.map((sequence, index) => [index + 1, sequence.kinds.join(', '), sequence] as const))(
  '%i: %s: an output that was built further is that of a build from nothing',
  async (number, _words, { kinds, isBundled }) => {
    const done: string[] = [];
    for (const [index, kind] of kinds.entries())
      done.push(await edit(kind, blog, random, number * 10 + index));
    // The last builds with a program that was bundled before the content was edited, and with one that was bundled after that.
    const program = isBundled || number === count ? 'bundled' : 'as bundled before';
    const [further, whole] = await Promise.all([
      lookAt(blog.build(), blog.outputs.further),
      lookAt(blog.buildFromNothing(program), blog.outputs.fromNothing),
    ]);
    const words = done.join('; ');
    expect([...further.files.keys()], words).toEqual([...whole.files.keys()]);
    const different = [...whole.files].filter(
      ([path, bytes]) => further.files.get(path)?.equals(bytes) !== true,
    );
    expect(
      different.map(([path]) => path),
      words,
    ).toEqual([]);
    expect([...further.indexed.symmetricDifference(whole.indexed)].slice(0, 9), words).toEqual([]);
    expect(further.found, words).toEqual(asGoodAs(whole.found));
  },
);

// Words of the edits, and of the invented language.
const queries = [
  'added',
  'edited',
  'retitled',
  'said',
  'words of',
  'topic',
  'somebody',
  'circle',
  'the',
  'that',
  'tro',
];

/** What a build has left; one is looked at while the other takes its time. */
async function lookAt(build: Promise<Map<string, Buffer>>, out: string) {
  const files = withoutIndex(await build);
  return { files, indexed: await indexedWords(out), found: await everythingFound(out, queries) };
}
