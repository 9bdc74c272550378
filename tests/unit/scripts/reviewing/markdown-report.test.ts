import { describe, expect, it } from 'vitest';
import { markdownReport } from '../../../../scripts/reviewing/markdown-report.ts';
import type { PageChange, Report } from '../../../../scripts/reviewing/report-schema.ts';

const page = (index: number): PageChange => ({
  ...{ change: 'added', kind: 'post', title: `Post number ${index}`, address: `/posts/post-${index}/` },
  ...{
    file: `content/posts/post-${index}.md`,
    minutes: 1,
    owners: [],
    approval: [],
    fields: [],
    pictures: [],
  },
  ...{ linksAdded: [], linksRemoved: [], linkedFrom: [], alike: [] },
  prose: [{ pieces: [{ is: 'same', text: 'Words that take some room. '.repeat(10) }] }],
});
const advice = (index: number, isError: boolean): Report['problems'][number] => ({
  ...{ file: `content/posts/post-${index}.md`, line: 1, column: 1, rule: 'trailing-space' },
  ...{ message: 'A message.', mend: 'A mend.', isError, isNew: true },
});
const report: Report = {
  version: 1,
  base: { name: 'main', commit: '0'.repeat(40) },
  head: { commit: '1'.repeat(40), isDirty: false },
  ...{ alarms: [], pages: [], unseen: [], others: [], problems: [], silenced: [] },
};
const many = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));

function sizes(markdown: string) {
  const count = (pattern: RegExp) => markdown.match(pattern)?.length ?? 0;
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(65_000);
  expect(count(/<details>/gu)).toBe(count(/<\/details>/gu));
  expect(markdown.trimEnd()).toMatch(/<\/sub>$/u);
  return {
    headings: markdown.match(/^### .*/gmu),
    whole: count(/^#### /gmu),
    brief: count(/^- New: /gmu),
    more: markdown.match(/^And .*/gmu),
  };
}

describe('a report as a comment', () => {
  it('has everything where there is room', () => {
    expect(sizes(markdownReport({ ...report, pages: many(20, page) }))).toMatchInlineSnapshot(`
      {
        "brief": 0,
        "headings": [
          "### Pages",
        ],
        "more": null,
        "whole": 20,
      }
    `);
  });

  it('has a line for what has no room', () => {
    expect(sizes(markdownReport({ ...report, pages: many(400, page) }))).toMatchInlineSnapshot(`
      {
        "brief": 283,
        "headings": [
          "### Pages",
        ],
        "more": null,
        "whole": 117,
      }
    `);
  });

  it('says how much has not even that, and leaves pages room beside problems and advice', () => {
    const problems = [
      ...many(3_000, (index) => advice(index, true)),
      ...many(3_000, (index) => advice(index, false)),
    ];
    expect(sizes(markdownReport({ ...report, pages: many(3_000, page), problems }))).toMatchInlineSnapshot(`
      {
        "brief": 371,
        "headings": [
          "### Problems",
          "### Pages",
          "### Advice",
        ],
        "more": [
          "And 2378 more problems, for which there is no room here; the report as HTML has everything.",
          "And 2629 more pages, for which there is no room here; the report as HTML has everything.",
          "And 2843 more pieces of advice, for which there is no room here; the report as HTML has everything.",
        ],
        "whole": 0,
      }
    `);
  });

  it('is whole when the first page alone is longer than a comment', () => {
    const [long] = many(1, page);
    if (long === undefined) return;
    const prose = [{ pieces: [{ is: 'same' as const, text: 'x'.repeat(100_000) }] }];
    expect(sizes(markdownReport({ ...report, pages: [{ ...long, prose }, page(2)] }))).toMatchInlineSnapshot(`
      {
        "brief": 1,
        "headings": [
          "### Pages",
        ],
        "more": null,
        "whole": 1,
      }
    `);
  });
});
