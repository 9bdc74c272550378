import { expect, it } from 'vitest';
import { segmented, unsegmented } from '../../../src/search/segments.ts';

const parts = (text: string) => segmented(text).split('\u200B ');

it.each([
  ['新人研修の準備', ['新人', '研修', 'の', '準備']],
  ['安全培训', ['安全', '培训']],
  ['การฝึกอบรม', ['การ', 'ฝึก', 'อบรม']],
  ['Plain words, 2026 and más', ['Plain words, 2026 and más']],
  ['데이터 교정', ['데이터 교정']],
])('parts %s into words', (text, words) => {
  expect(parts(text)).toEqual(words);
});

it.each(['新人研修の準備、センサー。', '新人 mixed 研修資料 with 3月2日', 'Plain words', ''])(
  'gives %j back as it was',
  (text) => {
    expect(unsegmented(segmented(text))).toBe(text);
  },
);

it('closes the gaps that the index leaves, around marks too', () => {
  expect(unsegmented('新人 <mark>研修</mark> の 準備 and <mark>plain</mark> words')).toBe(
    '新人<mark>研修</mark>の準備 and <mark>plain</mark> words',
  );
});
