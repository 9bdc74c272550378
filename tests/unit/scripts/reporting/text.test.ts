import { describe, expect, it } from 'vitest';
import { formatProblems } from '../../../../src/model/problem.ts';
import { textReport } from '../../../../scripts/reporting/text.ts';
import { aProblem, aReport, aSilenced, hostileReport } from '../../../support/reports.ts';

const advice = aProblem({ line: 9, column: 3, rule: 'spelling', message: 'No dictionary has "teh".' });

describe('the report for people', () => {
  it('says errors, advice and what was silenced, and ends with the state of things', () => {
    const report = aReport({
      problems: [
        aProblem({ fix: { kind: 'recompress' } }),
        advice,
        aProblem({ file: 'content/posts/b.md', rule: 'broken-link' }),
      ],
      silenced: [
        aSilenced(),
        aSilenced({ rule: 'policy', clause: 'customers', because: 'they agreed in writing', scope: 'file' }),
      ],
    });
    expect(textReport(report)).toMatchInlineSnapshot(`
      "content/posts/a.md:5:9  unknown-tag
        content/tags.yml has no tag "gti".
        Did you mean "git"?

      content/posts/a.md:9:3  spelling (advice)
        No dictionary has "teh".
        Did you mean "git"?

      content/posts/b.md:5:9  broken-link
        content/tags.yml has no tag "gti".
        Did you mean "git"?

      Silenced, with a reason:
      content/posts/a.md:5:9  vague-link-text  because the button is called that
      content/posts/a.md:5:9  policy (customers)  because they agreed in writing (in the whole file)

      2 problems and 1 piece of advice in 2 files. Nothing was published.
      "npm run check -- --fix" would mend 1 of them."
    `);
  });

  it('is what the build and the development server print, where nothing is silenced and nothing mends itself', () => {
    const problems = [aProblem(), advice];
    expect(textReport(aReport({ problems }))).toBe(formatProblems(problems));
  });

  it.each([
    [[aProblem()], '1 problem in 1 file. Nothing was published.'],
    [[aProblem(), advice], '1 problem and 1 piece of advice in 1 file. Nothing was published.'],
    [[advice], '1 piece of advice in 1 file. It does not keep anything from being published.'],
    [
      [advice, { ...advice, file: 'content/posts/b.md' }],
      '2 pieces of advice in 2 files. They do not keep anything from being published.',
    ],
  ])('counts in whole sentences', (problems, last) => {
    expect(textReport(aReport({ problems })).split('\n').at(-1)).toBe(last);
  });

  it.each([
    [[true], 'would mend it.'],
    [[true, true], 'would mend them all.'],
    [[true, false, true], 'would mend 2 of them.'],
  ])('says how much would mend itself', (fixable, words) => {
    const problems = fixable.map((yes) => aProblem(yes ? { fix: { kind: 'recompress' } } : {}));
    expect(textReport(aReport({ problems })).split('\n').at(-1)).toBe(`"npm run check -- --fix" ${words}`);
  });

  it('says in one line that nothing was found', () => {
    expect(textReport(aReport())).toBe('Checked 12 files: no problems. 0.4 s');
    expect(textReport(aReport({ silenced: [aSilenced()] }))).toMatchInlineSnapshot(`
      "Silenced, with a reason:
      content/posts/a.md:5:9  vague-link-text  because the button is called that

      Checked 12 files: no problems but the silenced ones. 0.4 s"
    `);
  });

  it('gives a stranger’s words no line of their own and no power over the terminal', () => {
    const text = textReport(hostileReport());
    expect(text).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\u2028\u2029]/u);
    expect(text).toContain('<U+001B>[2J');
    expect(text.split('\n').filter((line) => /^\s*::/u.test(line))).toEqual([]);
  });
});
