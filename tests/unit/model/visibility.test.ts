import { describe, expect, it } from 'vitest';
import { groupSlug, type GroupSlug } from '../../../src/model/slug.ts';
import { isVisible, standing, type Audience } from '../../../src/model/visibility.ts';
import { aPost, day } from '../../support/entries.ts';

const today = day('2026-11-22');
const open = groupSlug.parse('open-group');
const closed = groupSlug.parse('closed-group');
const groups = new Map<GroupSlug, { access: 'open' | 'closed' }>([
  [open, { access: 'open' }],
  [closed, { access: 'closed' }],
]);

const posts = {
  published: { date: '2026-11-22' },
  draft: { draft: true },
  scheduled: { date: '2026-11-23' },
  expired: { expires: '2026-11-21' },
} as const;

const audiences: Record<string, Audience> = {
  everybody: { kind: 'public' },
  'members of the closed group': { kind: 'members', group: closed },
  'members of another group': { kind: 'members', group: open },
};

describe('where a post stands', () => {
  it.each(Object.entries(posts))('is %s', (expected, fields) => {
    expect(standing(aPost('a', fields), { day: today })).toBe(expected);
  });

  it('is published on its first and on its last day', () => {
    const post = aPost('a', { date: '2026-11-20', expires: '2026-11-22' });
    const on = (text: string) => standing(post, { day: day(text) });
    expect([on('2026-11-19'), on('2026-11-20'), on('2026-11-22'), on('2026-11-23')]).toEqual([
      'scheduled',
      'published',
      'published',
      'expired',
    ]);
  });

  it('is draft before anything else', () => {
    expect(standing(aPost('a', { draft: true, date: '2027-01-01' }), { day: today })).toBe('draft');
  });
});

describe('the visibility rule', () => {
  const cases = Object.keys(audiences).flatMap((audience) =>
    (Object.keys(posts) as (keyof typeof posts)[]).flatMap((state) =>
      [undefined, open, closed].flatMap((group) =>
        [false, true].map((preview) => ({
          audience,
          state,
          group,
          preview,
          expected:
            (group !== closed || audience === 'members of the closed group') &&
            (preview || state === 'published'),
        })),
      ),
    ),
  );

  it.each(cases)(
    'for $audience, of a post that is $state in group $group, preview $preview, says $expected',
    ({ audience, state, group, preview, expected }) => {
      const post = aPost('a', { ...posts[state], group });
      const view = { audience: audiences[audience] ?? { kind: 'public' }, day: today, preview };
      expect(isVisible(post, view, groups)).toBe(expected);
    },
  );
});
