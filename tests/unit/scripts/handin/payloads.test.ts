import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { authorSchema } from '../../../../src/model/author.ts';
import { postFrontmatterSchema } from '../../../../src/model/post.ts';
import { readMarkdownFile } from '../../../../src/source/frontmatter.ts';
import { guardText } from '../../../../src/source/guard.ts';
import { readYaml } from '../../../../src/source/yaml-document.ts';
import { openHandInDesk, type HandInDesk } from '../../../support/handed-in.ts';
import { payloads, type Payload } from '../../../support/handed-in-payloads.ts';

// Each asks git two dozen times, and the first one loads the dictionaries.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: HandInDesk;
let rest: string;
beforeAll(async () => {
  desk = await openHandInDesk();
  rest = await desk.rest();
});
afterAll(() => desk.stop());

const added = /^A\tcontent\/((?:posts\/[a-z\d-]+\.md|authors\/[a-z\d-]+\.yml))$/u;

describe('a post that is handed in', () => {
  it.each(payloads)('with %s', async (_name, { title = 'Some words', as = 'ada-b', body, ...expected }) => {
    const number = await desk.write(as, title, body);
    const { code, stdout, stderr } = await desk.run(number);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    // A log takes these for commands.
    expect(stdout).not.toMatch(/^\s*::|##\[|\n[^]/mu);
    expect(await desk.rest()).toBe(rest);

    const changes = (await desk.changes(number)).split('\n').filter((line) => line !== '');
    const paths = changes.map((line) => added.exec(line)?.[1]);
    const [answer, ...others] = desk.answers(number);
    expect(others).toEqual([]);
    if (expected.made === undefined) {
      expect(paths).toEqual([]);
      expect(answer).toContain(expected.said);
      return;
    }
    expect(answer).toContain('Thank you! Your words are a proposal for a post');
    const { authors } = await postAt(number, expected);
    const own = as === 'new-here' && authors[0] !== 'ben-ota' ? [`authors/${authors[0] ?? ''}.yml`] : [];
    expect(paths).toEqual([...own, expected.made]);
    for (const path of own) {
      const { data, problems } = readYaml(await desk.read(number, path));
      expect(problems).toEqual([]);
      expect(authorSchema.parse(data).login).toBe(as);
    }
  });

  it('opened a pull request for each, and wrote to the branch that is published for none', () => {
    expect(desk.forge.pulls()).toHaveLength(payloads.filter(([, { made }]) => made !== undefined).length);
    expect(desk.forge.refused()).toEqual([]);
  });
});

async function postAt(number: number, { made = '', holds = [], lacks = [] }: Omit<Payload, 'body'>) {
  const text = await desk.read(number, made);
  expect(guardText(Buffer.from(text)).problems).toEqual([]);
  for (const words of holds) expect(text).toContain(words);
  for (const words of lacks) expect(text).not.toContain(words);
  const { data, problems } = readMarkdownFile(text);
  expect(problems).toEqual([]);
  return postFrontmatterSchema.parse(data);
}
