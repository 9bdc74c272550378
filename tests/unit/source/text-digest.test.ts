import { describe, expect, it } from 'vitest';
import { textDigest } from '../../../src/source/text-digest.ts';

const text =
  '---\ntitle: Seals\nexcerpt: >-\n  Why they\n  go on last.\ntags: [pumps]\n---\n\nWords about *seals*.\n\nMore words.\n';

describe('two texts are the same', () => {
  it.each([
    ['with other line breaks', text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${text}`],
    ['with lines broken elsewhere', text.replace('about *seals*', 'about\n*seals*')],
    ['with other topics', text.replace('[pumps]', '[pumps, valves]')],
    ['with a review date', text.replace('---\n\n', 'reviewBy: 6 months\n---\n\n')],
    ['with the title in quotation marks', text.replace('Seals', '"Seals"')],
    ['with an excerpt on one line', text.replace('>-\n  Why they\n  go on last.', 'Why they go on last.')],
    [
      'with fields in another order',
      text.replace('title: Seals\n', '').replace('tags:', 'title: Seals\ntags:'),
    ],
  ])('%s', (_, other) => {
    expect(other).not.toBe(text);
    expect(textDigest(other)).toBe(textDigest(text));
  });
});

describe('two texts differ', () => {
  it.each([
    ['by a word', text.replace('More', 'Some')],
    ['by a sign', text.replace('*seals*', '**seals**')],
    ['by a space where there was none', text.replace('words.', 'wo rds.')],
    ['by the title', text.replace('Seals', 'Valves')],
    ['by the excerpt', text.replace('last', 'first')],
    ['when a field becomes part of the body', text.replace('---\ntitle', '\n---\ntitle')],
  ])('%s', (_, other) => {
    expect(textDigest(other)).not.toBe(textDigest(text));
  });
});
