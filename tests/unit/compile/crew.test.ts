import { afterEach, expect, it } from 'vitest';
import { post, type Files } from '../../support/content.ts';
import { openWorkshop, type Workshop } from '../../support/compile.ts';

let workshops: Workshop[] = [];
afterEach(async () => {
  await Promise.all(workshops.map((workshop) => workshop.remove()));
  workshops = [];
});

const bodies = [
  'See [[first]], [[frist]] and [here](/posts/first/).\n',
  '#### Deep\n\n![](./none.webp)\n\nA text with a mispeled word.\n',
  'One {x}.\n\n<b onclick="a()">c</b>\n',
  'A [part](#nowhere) and `code`.\n\n```js\nconst a = 1;\n```\n',
  'The key is AKIAIOSFODNN7XAMPLE1 here.\n',
];

function blog(size: number): Files {
  return Object.fromEntries(
    Array.from({ length: size }, (_, index) => [
      `posts/p-${index}.${index % bodies.length === 2 ? 'mdx' : 'md'}`,
      post(
        { title: `Post ${index}`, tags: index % 7 === 0 ? '[toosl]' : '[tools]' },
        bodies[index % bodies.length],
      ),
    ]),
  );
}

async function compile(size: number) {
  const workshop = await openWorkshop(blog(size));
  workshops.push(workshop);
  return workshop.compile();
}

it('says and renders the same alone as with the help of threads', async () => {
  // So many that threads are worth while, and so few that they are not.
  const [few, many] = [40, 320];
  const [alone, helped] = [await compile(few), await compile(many)];
  const names = new Set(Array.from({ length: few }, (_, index) => `p-${index}`));
  const ofFew = helped.problems.filter(({ file }) => names.has(/posts\/(p-\d+)\./u.exec(file)?.[1] ?? ''));
  expect(ofFew.length).toBeGreaterThan(few);
  expect(ofFew).toEqual(alone.problems.filter(({ file }) => file.includes('/p-')));
  const sound = alone.content.posts.filter(({ slug }) => names.has(slug));
  expect(sound.length).toBeGreaterThan(20);
  for (const { slug } of sound) expect(helped.htmlOf(slug)).toBe(alone.htmlOf(slug));
});
