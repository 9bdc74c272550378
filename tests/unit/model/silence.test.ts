import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/model/problem.ts';
import { applySilences, judgeSilences, writtenSilences } from '../../../src/model/silence.ts';

const file = 'content/posts/a.md';
const problem = (changes: Partial<Problem> = {}): Problem => ({
  ...{ file, line: 3, column: 5, rule: 'spelling', message: 'A word.', mend: 'Mend it.' },
  ...changes,
});

const judged = (text: string) => judgeSilences(writtenSilences(text));

describe('an exception for a line', () => {
  it.each([
    ['in Markdown', 'One.\n\n<!-- allow: spelling because a name -->\nTwo.\n', 4],
    ['in an .mdx post', 'One.\n\n{/* allow: spelling because a name */}\n\nTwo.\n', 5],
    ['in YAML, above the line', '# allow: spelling because a name\nname: Xyz\n', 2],
    ['in YAML, behind the words', 'role: one\nname: Xyz # allow: spelling because a name\n', 2],
    ['behind the words of a paragraph', 'Xyz. <!-- allow: spelling because a name -->\nTwo.\n', 1],
  ])('is written %s', (_where, text, forLine) => {
    expect(judged(text)).toMatchObject({
      silences: [{ rule: 'spelling', because: 'a name', forLine }],
      problems: [],
    });
  });

  it('is not one in a block of code, or in words about it', () => {
    expect(judged('```md\n<!-- allow: spelling because x -->\n```\n\nWe allow: everything.\n')).toEqual({
      silences: [],
      problems: [],
    });
  });

  it.each([
    ['without a reason', '<!-- allow: spelling -->\na\n'],
    ['for a rule that nobody knows', '<!-- allow: speling because a name -->\na\n'],
    ['for what cannot be silenced', '<!-- allow: mdx-code because I need it -->\na\n'],
    ['for the policy, which only frontmatter may set aside', '<!-- allow: policy because I must -->\na\n'],
  ])('is a mistake %s', (_what, text) => {
    const { silences, problems } = judged(text);
    expect(silences).toEqual([]);
    expect(
      problems.map(
        ({ line, column, rule, message, mend }) => `${line}:${column} ${rule}\n${message}\n${mend}`,
      ),
    ).toMatchSnapshot();
  });
});

describe('problems with exceptions', () => {
  const silence = { line: 2, column: 1, rule: 'spelling', because: 'a name' } as const;

  it('are set aside with the reason, for the line or for the file', () => {
    const other = problem({ line: 9 });
    expect(applySilences(file, [problem(), other], [{ ...silence, forLine: 3 }])).toEqual({
      problems: [other],
      silenced: [{ ...problem(), because: 'a name', scope: 'line' }],
    });
    const { problems, silenced } = applySilences(file, [problem(), other], [silence]);
    expect(problems).toEqual([]);
    expect(silenced.map(({ scope }) => scope)).toEqual(['file', 'file']);
  });

  it('stay when the exception is for another rule, and the exception is told of', () => {
    expect(applySilences(file, [problem({ rule: 'secret' })], [silence]).problems).toMatchObject([
      { rule: 'secret' },
      { rule: 'unused-silence', line: 2, column: 1 },
    ]);
  });

  it('of the policy need the name of the clause', () => {
    const found = problem({ rule: 'policy', clause: 'customer-names' });
    const allow = (clause: string) => ({ ...silence, rule: 'policy' as const, clause });
    expect(applySilences(file, [found], [allow('customer-names')]).problems).toEqual([]);
    expect(applySilences(file, [found], [allow('prices')]).problems).toMatchObject([
      { rule: 'policy' },
      { rule: 'unused-silence' },
    ]);
  });
});
