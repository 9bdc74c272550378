import { describe, expect, it } from 'vitest';
import { createPolicyRule } from '../../../src/lint/policy.ts';
import { schemaProblems } from '../../../src/model/field-problem.ts';
import { policySchema } from '../../../src/model/policy.ts';
import { printed } from './helpers.ts';

const rule = createPolicyRule(
  policySchema.parse({
    clauses: [
      {
        name: 'customer-names',
        clause: 'Do not name a customer.',
        words: ['Harbour Trust', 'C++'],
        mend: 'Write "a harbour".',
      },
      { name: 'bids', clause: 'Leave out bids.', patterns: ['BID-[0-9]{4,6}'], where: ['posts'] },
    ],
  }),
);

describe('the policy', () => {
  it('is quoted where a text breaks it', () => {
    const text = '---\ntitle: At the harbour  trust\n---\n\nThe Harbour\nTrust sent BID-20261.\n';
    expect(printed(rule(text, 'posts'))).toMatchInlineSnapshot(`
      "2:15  policy (customer-names)
        "harbour trust" breaks the clause "customer-names" of the policy: Do not name a customer.
        Write "a harbour". If this is an exception, name the clause and the reason in the frontmatter.
      5:5  policy (customer-names)
        "Harbour Trust" breaks the clause "customer-names" of the policy: Do not name a customer.
        Write "a harbour". If this is an exception, name the clause and the reason in the frontmatter.
      6:12  policy (bids)
        "BID-•••••" breaks the clause "bids" of the policy: Leave out bids.
        Say it in another way, or leave it out. If this is an exception, name the clause and the reason in the frontmatter."
    `);
  });

  it('looks for whole words', () => {
    expect(rule('The Harbour Trustees and a SubHarbour Trust', 'posts')).toEqual([]);
    expect(rule('Not in C++, please. C++11?', 'posts')).toHaveLength(2);
  });

  it('holds where the clause says', () => {
    expect(rule('BID-20261', 'pages')).toEqual([]);
  });
});

describe('the file of the policy', () => {
  const problemsOf = (...clauses: object[]) =>
    schemaProblems(policySchema, {
      clauses: clauses.map((clause) => ({ name: 'a', clause: 'No.', ...clause })),
    }).map(({ path, message }) => `${path.join('.')}  ${message}`);

  it.each([
    'BID-[0-9]{4,6}',
    '(?:gate|door) code:? [0-9]{4}',
    '\\bKQ-S\\d{4}\\b',
    '(?<!x)y{1,20}[.]z',
    '[a-z]{1,30} Quay',
    '\\p{Lu}{2}',
  ])('takes the pattern %s', (pattern) => {
    expect(problemsOf({ patterns: [pattern] })).toEqual([]);
  });

  it('refuses patterns that could hang the check, and what is no pattern', () => {
    expect(
      problemsOf({
        patterns: [
          '(a+)+b',
          '.*secret',
          '(a|a){1,20}b',
          '[a-z]{1,30}[a-z]{1,30}',
          '(a?){25}',
          '(a)\\1',
          '(',
          'x{0,3}',
        ],
      }).join('\n'),
    ).toMatchInlineSnapshot(`
      "clauses.0.patterns.0  The field "clauses 1.patterns 1" cannot be used. The pattern "(a+)+b" has no end: write how often at most, such as {1,20} in place of + or {0,20} in place of *, and no \\1.
      clauses.0.patterns.1  The field "clauses 1.patterns 2" cannot be used. The pattern ".*secret" has no end: write how often at most, such as {1,20} in place of + or {0,20} in place of *, and no \\1.
      clauses.0.patterns.2  The field "clauses 1.patterns 3" cannot be used. The pattern "(a|a){1,20}b" can match the same words in too many ways, which could hang the check. Use fewer or smaller repetitions.
      clauses.0.patterns.3  The field "clauses 1.patterns 4" cannot be used. The pattern "[a-z]{1,30}[a-z]{1,30}" can match the same words in too many ways, which could hang the check. Use fewer or smaller repetitions.
      clauses.0.patterns.4  The field "clauses 1.patterns 5" cannot be used. The pattern "(a?){25}" can match the same words in too many ways, which could hang the check. Use fewer or smaller repetitions.
      clauses.0.patterns.5  The field "clauses 1.patterns 6" cannot be used. The pattern "(a)\\1" has no end: write how often at most, such as {1,20} in place of + or {0,20} in place of *, and no \\1.
      clauses.0.patterns.6  The field "clauses 1.patterns 7" cannot be used. The pattern "(" is no regular expression: Unterminated group.
      clauses.0.patterns.7  The field "clauses 1.patterns 8" cannot be used. The pattern "x{0,3}" matches where nothing is written."
    `);
  });

  it('wants something to look for, and every name once', () => {
    expect(
      problemsOf({})
        .concat(problemsOf({ words: ['x'] }, { words: ['y'] }))
        .join('\n'),
    ).toMatchInlineSnapshot(`
      "clauses.0  The field "clauses 1" cannot be used. A clause needs "words" or "patterns" to look for.
      clauses.1.name  The field "clauses 2.name" cannot be used. Another clause is called "a"."
    `);
  });

  it('counts so strictly that no pattern it takes is slow', () => {
    const pattern = new RegExp('(?:a{1,9}|b){1,2}c', 'gu');
    expect(problemsOf({ patterns: [pattern.source] })).toEqual([]);
    const start = process.cpuUsage();
    expect('a'.repeat(100_000).match(pattern)).toBeNull();
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2_000);
  });
});
