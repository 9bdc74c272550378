import { expect, it } from 'vitest';
import { asGoodAs } from '../../support/search-index.ts';

function withScores(...scores: number[]) {
  return { filters: {}, answers: { the: { results: ['en-gb_4272672'], scores } }, vocabulary: '', lists: '' };
}

it('takes an index for as good whose scores were summed in another order, and no other', () => {
  const whole = withScores(0.11796960979700089, 0);
  expect(withScores(0.11796960234642029, 0)).toEqual(asGoodAs(whole));
  expect(withScores(0.11797, 0)).toEqual(asGoodAs(whole));
  expect(withScores(0.1181, 0)).not.toEqual(asGoodAs(whole));
  expect(withScores(0.11796960979700089, 0.1)).not.toEqual(asGoodAs(whole));
  expect(withScores(0.11796960979700089)).not.toEqual(asGoodAs(whole));
});
