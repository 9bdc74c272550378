import { describe, expect, it } from 'vitest';
import { isRuleName, ruleNames, rules, ruleThemes } from '../../../src/model/rules/rules.ts';
import { exceptionsFor } from '../../../src/model/rules/silencing.ts';

describe('the rules', () => {
  it('stand under one theme each', () => {
    expect(ruleThemes.flatMap((theme) => theme.rules).sort()).toEqual(ruleNames);
  });

  it('are known by their names and not by what every object has', () => {
    expect(['broken-link', 'toString', '__proto__', ''].map(isRuleName)).toEqual([true, false, false, false]);
  });

  it.each(ruleNames)('%s is explained in whole sentences, and an example comes with its mend', (name) => {
    const { finds, because, wrong, right } = rules[name];
    for (const sentence of [finds, because]) expect(sentence).toMatch(/^["A-Z].*[.>]$|^[A-Z].*"\.$/su);
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
    expect(wrong === undefined).toBe(right === undefined);
    if (wrong !== undefined) expect(right).not.toBe(wrong);
  });
});

describe('an exception', () => {
  it('is a remark on its line or the line before, or a field of the file', () => {
    expect(exceptionsFor('spelling', { because: 'it is a name' }).map(({ source }) => source)).toEqual([
      '<!-- allow: spelling because it is a name -->\n',
      '{/* allow: spelling because it is a name */}\n',
      '# allow: spelling because it is a name\n',
      'allow:\n  - rule: spelling\n    because: it is a name\n',
    ]);
  });

  it('from the policy names the clause, and stands in the frontmatter only', () => {
    expect(
      exceptionsFor('policy', { because: 'they agreed', clause: 'customers' }).map(({ source }) => source),
    ).toEqual(['allow:\n  - rule: policy\n    clause: customers\n    because: they agreed\n']);
  });
});
