import { describe, expect, it } from 'vitest';
import { sentenceEnds } from '../../../src/lint/sentence-ends.ts';
import { createRandom } from '../../bench/random.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

function expectTheRules(text: string): void {
  const ends = [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length);
  expect(sentenceEnds(text, 'en'), JSON.stringify(text)).toEqual(ends);
}

describe('sentences end where Unicode ends them', () => {
  it.each([
    ['', []],
    ['One. Two? Three! Four', [5, 10, 17, 21]],
    ['See v1.2 of a.B. Then go.', [17, 25]],
    ['Tools, e.g. this one. "So," she said. (And left.) He', [22, 38, 50, 52]],
    ['A 〇. 〇 went.\nNext', [5, 13, 17]],
    ['今日は。明日も。', [4, 8]],
  ])('in %j', (text, ends) => {
    expect(sentenceEnds(text, 'en')).toEqual(ends);
    expectTheRules(text);
  });

  it('in whatever chance puts together', () => {
    const random = createRandom(3, 'sentences');
    const pieces = [
      'a',
      'word',
      'Word',
      'É',
      'é',
      'ß',
      '3',
      '1.5',
      '〇',
      '×',
      'a.b',
      'e.g.',
      'A.',
      'www.blog.example',
    ];
    const signs = [
      '.',
      '.',
      '.',
      '?',
      '!',
      '…',
      '?!',
      '...',
      ',',
      ':',
      '-',
      '–',
      '—',
      '"',
      '”',
      '’',
      ')',
      '(',
      '“',
      '€',
      '/',
    ];
    const gaps = [' ', ' ', ' ', '', '\n', '  ', '\u00A0'];
    for (let round = 0; round < 20_000; round += 1)
      expectTheRules(
        Array.from(
          { length: random.between(1, 8) },
          () =>
            `${random.chance(0.7) ? random.pick(pieces) : ''}${random.chance(0.6) ? random.pick(signs) : ''}${random.pick(gaps)}`,
        ).join(''),
      );
  });
});
