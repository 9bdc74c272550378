import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandom } from '../bench/random.ts';
import { createEditedBlog, withoutIndex, type EditedBlog } from '../support/edited-blog.ts';
import { everythingFound } from '../support/search-index.ts';
import { edits } from '../support/random-edits.ts';

const seed = Number(process.env['EDITS_SEED'] ?? '1');
const sequences = Number(process.env['EDITS_SEQUENCES'] ?? '15');
const posts = Number(process.env['EDITS_POSTS'] ?? '200');

const kinds = Object.keys(edits);

let blog: EditedBlog;
beforeAll(async () => {
  blog = await createEditedBlog(posts, seed);
  await blog.build();
});
afterAll(() => blog.remove());

// Every kind comes in its turn, in an order that is drawn, so that each occurs twice in fifteen sequences.
const random = createRandom('edits', seed);
const editsInSequence = 3;
const turn = Array.from({ length: sequences }, () => random.some(kinds, kinds.length)).flat();
const plans = Array.from({ length: sequences }, (_, index) =>
  turn.slice(index * editsInSequence, (index + 1) * editsInSequence),
);

it.each(plans.map((plan, index) => [index + 1, plan.join(', '), plan] as const))(
  '%i: %s: an output that was built further is that of a build from nothing',
  async (number, _words, plan) => {
    const done: string[] = [];
    for (const [index, kind] of plan.entries())
      done.push(`${kind}: ${(await edits[kind]?.(blog, random, number * 10 + index)) ?? ''}`);
    const [further, whole] = (await Promise.all([blog.build(), blog.buildFromNothing()])).map(withoutIndex);
    const words = done.join('; ');
    expect([...(further?.keys() ?? [])], words).toEqual([...(whole?.keys() ?? [])]);
    const different = [...(whole ?? [])].filter(
      ([path, bytes]) => further?.get(path)?.equals(bytes) !== true,
    );
    expect(
      different.map(([path]) => path),
      words,
    ).toEqual([]);
    expect(await everythingFound(blog.outputs.further, queries), words).toEqual(
      await everythingFound(blog.outputs.fromNothing, queries),
    );
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
