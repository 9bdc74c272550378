import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compareProblems } from '../../src/model/problem.ts';
import { isRuleName } from '../../src/model/rules/rules.ts';
import { post, type Files } from '../support/content.ts';
import { createTestBlog, runWatercooler, type TestBlog } from '../support/run-watercooler.ts';

const body = [
  '# One',
  '',
  'See [[frist]] and [here](/posts/first/#nowhere).  ',
  '',
  '![](./pump.png) and ![A pump](https://a.example/pump.png)',
  '',
  '<script>alert(1)</script>',
  '',
  'The wrod of BID-4711, from +44 20 7183 8750 &#x202E;.',
  '',
  '<!-- allow: spelling -->',
  '',
  'Words.',
].join('\n');

/** A post with as many mistakes as can be made in one, and where they stand. */
const wrongPost = post(
  { date: '2026-02-30', tags: '[toosl]', authors: '[adda]', kind: 'link', lnik: 'a', group: 'cirlce' },
  body,
);
const inPost = [
  '1:1 missing-field',
  '3:7 bad-date',
  '4:11 unknown-author',
  '5:8 unknown-tag',
  '7:1 unknown-field',
  '8:8 unknown-group',
  '11:1 heading-one',
  '13:5 broken-link',
  '13:19 broken-anchor',
  '13:19 vague-link-text',
  '13:49 trailing-space',
  '15:1 broken-picture',
  '15:1 missing-alt',
  '15:21 remote-picture',
  '17:1 dropped-html',
  '19:5 spelling',
  '19:13 policy',
  '19:28 personal-data',
  '19:45 bidirectional-character',
  '21:1 silence-reason',
  '23:7 final-newline',
];

const wrongComponents = post(
  { kind: 'how-to' },
  'One {1 + 1}\n\n<Unknown />\n\n<Callout typ="tip">\n\nWords.\n\n</Callout>\n',
);
const inComponents = ['6:7 missing-review-date', '9:5 mdx-code', '11:1 mdx-component', '13:10 mdx-prop'];

const numbers = Array.from({ length: 12 }, (_, index) => String(index + 10));
const each = <Value>(make: (number: string, index: number) => [string, Value][]) => numbers.flatMap(make);

const files: Files = {
  'policy.yml': 'clauses:\n  - name: bids\n    clause: Name no bid.\n    patterns: ["BID-[0-9]{4}"]\n',
  'redirects.yml': `redirects:\n${numbers.map((n) => `  /old-${n}/: /new-${n}/\n`).join('')}`,
  ...Object.fromEntries(
    each((n) => [
      [`posts/p-${n}.md`, wrongPost],
      [`posts/m-${n}.mdx`, wrongComponents],
      [`posts/Post ${n}.md`, '---\ntitle: [\n---\n\nSee [[frist]].\n'],
      [`authors/a-${n}.yml`, 'name: Bo\n'],
    ]),
  ),
};

const expected = each((n, index) => [
  [`content/posts/p-${n}.md`, inPost],
  [`content/posts/m-${n}.mdx`, inComponents],
  [`content/posts/Post ${n}.md`, ['1:1 bad-slug', '2:8 malformed-yaml', '5:5 broken-link']],
  [`content/authors/a-${n}.yml`, ['1:1 missing-field']],
  [`content/redirects.yml`, [`${String(index + 2)}:13 broken-redirect`]],
]).flatMap(([file, found]) => found.map((one) => `${file}:${one}`));

let blog: TestBlog | undefined;
afterEach(async () => {
  await blog?.remove();
  blog = undefined;
});

const jsonReport = z.object({
  counts: z.object({ errors: z.int(), advice: z.int() }),
  problems: z.array(
    z.object({
      file: z.string(),
      line: z.int(),
      column: z.int(),
      rule: z.string().refine(isRuleName),
      message: z.string(),
    }),
  ),
});

describe('a build of thousands of problems', () => {
  it('says them all before it ends', async () => {
    const nobodies = Array.from({ length: 20 }, (_, index) => `nobody-${index}`);
    const bad = post({ authors: `[${nobodies.join(', ')}]` });
    blog = await createTestBlog(
      Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`posts/bad-${index}.md`, bad])),
    );
    const { code, printed } = await runWatercooler('build', blog);
    expect(code).toBe(1);
    expect(printed.match(/ {2}unknown-author$/gmu)).toHaveLength(12_000);
    expect(printed).toContain('\n12,000 problems in 600 files. Nothing was published.\n');
  });
});

describe('a folder with hundreds of problems', () => {
  it('is told of in one run, every problem at its place and in order', async () => {
    expect(expected.length).toBeGreaterThan(200);
    blog = await createTestBlog(files);
    const { code, printed } = await runWatercooler('check', blog);
    expect(code).toBe(1);
    const told = [...printed.matchAll(/^(\S.*:\d+:\d+) {2}(\S+)/gmu)].map(
      ([, place, rule]) => `${place ?? ''} ${rule ?? ''}`,
    );
    expect(told.toSorted()).toEqual(expected.toSorted());
    expect(printed).toContain('\n288 problems and 72 pieces of advice in 49 files. Nothing was published.\n');

    const { printed: json } = await runWatercooler('check', blog, {}, { args: ['--format', 'json'] });
    const { counts, problems } = jsonReport.parse(JSON.parse(json));
    expect(counts).toEqual({ errors: 288, advice: 72 });
    expect(problems).toEqual(
      problems.toSorted((a, b) => compareProblems({ ...a, mend: '' }, { ...b, mend: '' })),
    );
    expect(
      problems.map(({ file, line, column, rule }) => `${file}:${String(line)}:${String(column)} ${rule}`),
    ).toEqual(told);
  });

  it('is told of all the same when site.yml and tags.yml cannot be used', async () => {
    const site = 'name: The Harbour Log\nurl: https://blog.example\n';
    blog = await createTestBlog({ ...files, 'site.yml': site, 'tags.yml': 'tags:\n  - slug: [\n' });
    const { code, printed } = await runWatercooler('check', blog);
    expect(code).toBe(1);
    const told = [...printed.matchAll(/^(\S.*:\d+:\d+) {2}(\S+)/gmu)].map(
      ([, place, rule]) => `${place ?? ''} ${rule ?? ''}`,
    );
    // Which topics there are, nobody knows.
    const known = expected.filter((one) => !one.endsWith('unknown-tag'));
    const own = ['content/site.yml:1:1 missing-field', 'content/tags.yml:2:11 malformed-yaml'];
    expect(told.toSorted()).toEqual([...known, ...own].toSorted());
  });
});
