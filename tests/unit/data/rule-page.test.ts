import { describe, expect, it } from 'vitest';
import { rulePage } from '../../../src/data/rule-page.ts';
import { ruleNames, rules } from '../../../src/model/rules/rules.ts';

describe('the page of a rule', () => {
  it('says in a word and a sentence what the rule does to a post', () => {
    expect(rulePage('broken-link')).toMatchObject({
      word: 'Error',
      meaning: 'While it is there, nothing is published.',
    });
    expect(rulePage('spelling')).toMatchObject({
      word: 'Advice',
      meaning: 'It keeps nothing from being published.',
    });
  });

  it.each(ruleNames)('shows the examples of %s, and exceptions only where there are any', (name) => {
    const { wrong, right, exceptions } = rulePage(name);
    const words = (text: string | undefined) => text?.replace(/\s+/gu, ' ').trim();
    expect(words(textOf(wrong))).toBe(words(rules[name].wrong));
    expect(words(textOf(right))).toBe(words(rules[name].right));
    expect(exceptions.length > 0).toBe(rules[name].silenceable);
    for (const { source } of exceptions) expect(textOf(source)).toContain(name);
  });
});

/** The words of a block of code without its title. */
function textOf(html: string | undefined): string | undefined {
  return html
    ?.replace(/^.*?<pre[^>]*>/su, '')
    .replace(/<\/pre>.*$/su, '')
    .replace(/<[^>]+>/gu, '')
    .replace(/&#x([0-9a-f]+);/giu, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
