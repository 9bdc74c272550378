import { describe, expect, it } from 'vitest';
import { pageKey, reasonFor, unplanned, wholeKey } from '../../../src/plan/page-key.ts';

it('names a page by its frame and by what is its own', () => {
  const keys = [pageKey({ site: 'A' }, 1), pageKey({ site: 'B' }, 1), pageKey({ site: 'A' }, 2)];
  expect(new Set(keys).size).toBe(3);
  expect(pageKey({ site: 'A' }, 1)).toBe(keys[0]);
});

describe('why a page is made', () => {
  const shown: Record<string, unknown> = { post: { title: 'Drift' }, related: ['a'], next: undefined };
  const key = ({ common = 'c', code = 'd', site = 'A', page = shown } = {}) =>
    wholeKey(common, code, pageKey({ site }, page));

  it.each([
    ['has no plan, and is made by every build that has something to do', key(), unplanned],
    ['was not there, or not as it was left', undefined, key()],
    ['depends on settings, packages, styles or scripts that are others', key(), key({ common: 'e' })],
    ['is made by other code', key(), key({ code: 'e' })],
    ['stands in another frame: the site, its notice, its menus or the day', key(), key({ site: 'B' })],
    ['shows something else: related', key(), key({ page: { ...shown, related: ['b'] } })],
    ['shows something else: post, next', key(), key({ page: { ...shown, post: {}, next: 'c' } })],
    [
      'is made by other code; shows something else: post',
      key(),
      key({ code: 'e', page: { ...shown, post: 1 } }),
    ],
  ])('it %s', (reason, before, now) => {
    expect(reasonFor(before, now)).toBe(reason);
  });
});
