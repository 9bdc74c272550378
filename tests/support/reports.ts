import type { CheckReport, Silenced } from '../../src/model/check-report.ts';
import type { Problem } from '../../src/model/problem.ts';

/** An error, unless `rule` is one that advises. */
export const aProblem = (changes: Partial<Problem> = {}): Problem => ({
  file: 'content/posts/a.md',
  line: 5,
  column: 9,
  rule: 'unknown-tag',
  message: 'content/tags.yml has no tag "gti".',
  mend: 'Did you mean "git"?',
  ...changes,
});

export const aSilenced = (changes: Partial<Silenced> = {}): Silenced => ({
  ...aProblem({ rule: 'vague-link-text', message: 'The link "here" says nothing.' }),
  because: 'the button is called that',
  scope: 'line',
  ...changes,
});

export const aReport = (changes: Partial<CheckReport> = {}): CheckReport => ({
  problems: [],
  silenced: [],
  files: 12,
  seconds: 0.42,
  ...changes,
});

/** Texts that try to break out of one format or another. */
const hostileTexts = [
  '%0A%0a%25%3A::',
  'a,b=c:d;e]f::g',
  'one\ntwo\r\nthree\rfour',
  '\n::error file=x,line=1::forged\n::stop-commands::pause',
  '##[error]forged',
  ']]></failure></testcase><!-- & &amp; &#0; " \' -->',
  '\u0000\u0008\u000B\u001B[2J\u001B]0;title\u0007\u007F\u009B31m\uFFFE\uFFFF',
  '\uD800 lone \uDFFF',
  '\u202Eesrever\u2066\u2028\u2029',
  'Grüße, 水, \u{1F4A7}',
  '"}],"runs":[{"',
  '\t tab and spaces  ',
  '{0} [link](javascript:alert)',
  '',
];

/** A report in which every text of the reports is hostile: one error, one advice and one silenced problem a text. */
export function hostileReport(): CheckReport {
  const words = hostileTexts.map((text) => ({ file: `content/${text}/#?%:.md`, message: text, mend: text }));
  return aReport({
    problems: words.flatMap((changes) => [
      aProblem({ ...changes, clause: changes.message }),
      aProblem({
        ...changes,
        rule: 'spelling',
        fix: {
          kind: 'replace',
          start: { line: 1, column: 1 },
          end: { line: 2, column: 3 },
          text: changes.message,
        },
      }),
    ]),
    silenced: words.map((changes) => aSilenced({ ...changes, because: changes.message })),
  });
}
