import { describe, expect, it } from 'vitest';
import { areStrays } from '../../../src/search/strays.ts';

/** A page in which the words at the given places were found. */
const page = (content: string, ...places: number[]) => ({
  content,
  meta: { title: 'On call', topics: 'Onboarding' },
  weighted_locations: places.map((location) => ({ location })),
});

describe('pages that were found for the wrong reason', () => {
  it.each([
    ['onbording', page('switch it on. Now', 2)],
    ['thermostat', page('by the river', 1)],
    ['river thermostat', page('by the river', 1, 2)],
    ['zxcv', page('from A to Z', 3)],
    ['porverb', page('in Porto', 1)],
    ['calibratrion', page('the (calibration) bench', 1)],
    ['C++', page('in C only', 1)],
    ['whoel', page('who is on', 0)],
  ])('are strays for %s', (query, found) => {
    expect(areStrays(query.split(' '), [found])).toBe(true);
  });

  it.each([
    ['running', page('we run daily', 1)],
    ['using', page('of no use', 2)],
    ['calibrations', page('the (calibration) bench', 1)],
    ['c++', page('in C++, say', 1)],
    ['manutencao', page('see manutenção.md here', 1)],
    ['Inês', page('said Ines', 1)],
    ['onboard', page('nothing here')],
    ['"on call"', page('nothing here')],
    ['river the', page('by the river', 1, 2)],
    ['report', page('2024-01_final-report.csv', 0)],
  ])('are none for %s', (query, found) => {
    expect(areStrays(query.split(' '), [found])).toBe(false);
  });

  it('are none when one of them has the word', () => {
    expect(areStrays(['running'], [page('in ruins', 1), page('we run', 1)])).toBe(false);
  });

  it('are none where there are no pages', () => {
    expect(areStrays(['running'], [])).toBe(false);
  });

  it('are not looked for in scripts that part words differently', () => {
    expect(areStrays(['検索機能'], [page('検 索', 0)])).toBe(false);
  });

  it('are not looked for where nothing but signs was asked', () => {
    expect(areStrays(['***', '--'], [page('a b', 0)])).toBe(false);
  });
});
