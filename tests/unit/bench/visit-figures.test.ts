import { expect, it } from 'vitest';
import { kindOf, type Sent } from '../../bench/search-traffic.ts';
import { readVisit } from '../../bench/visit-figures.ts';

const sent: Sent[] = [
  { kind: 'page', bytes: 5_000, at: 1_050 },
  { kind: 'index', bytes: 20_000, at: 1_250 },
  { kind: 'fragments', bytes: 4_000, at: 1_390 },
  { kind: 'fragments', bytes: 3_000, at: 1_440 },
  { kind: 'fragments', bytes: 9_000, at: 1_700 },
];

it('reads from a visit what each key took and what was sent for it', () => {
  const changes = [
    { at: 400, shown: 1 },
    { at: 450, shown: 5 },
    // The list is cleared and filled again.
    { at: 620, shown: 0 },
    { at: 680, shown: 2 },
    { at: 690, shown: 5 },
  ];
  const visit = readVisit({ origin: 1_000, keys: [200, 600, 900], changes }, sent);
  expect(visit).toMatchObject({
    firstResult: 200,
    allResults: 250,
    shown: 5,
    laterKeys: [90],
    unchanged: 1,
    sent: {
      beforeKey: { requests: 1, bytes: 5_000 },
      byFirstResult: { requests: 3, bytes: 29_000 },
      byAllResults: { requests: 4, bytes: 32_000 },
    },
    kinds: { index: { requests: 1, bytes: 20_000 }, fragments: { requests: 2, bytes: 7_000 } },
  });
});

it('refuses a visit in which the first key brought nothing', () => {
  const changes = [{ at: 700, shown: 3 }];
  expect(() => readVisit({ origin: 0, keys: [200, 600], changes }, [])).toThrow(
    'The first key brought no result.',
  );
});

it.each([
  ['/search/', 'page'],
  ['/_astro/search.4f.js', 'scripts and styles'],
  ['/_astro/font.4f.woff2', 'fonts'],
  ['/pagefind/pagefind.js', 'search program'],
  ['/pagefind/pagefind-entry.json', 'search program'],
  ['/pagefind/wasm.en-gb.pagefind', 'WebAssembly'],
  ['/pagefind/pagefind.en-gb_8.pf_meta', 'metadata'],
  ['/pagefind/filter/en-gb_1.pf_filter', 'filters'],
  ['/pagefind/index/en-gb_1.pf_index', 'index'],
  ['/pagefind/fragment/en-gb_1.pf_fragment', 'fragments'],
  ['/pagefind/vocabulary.txt', 'other'],
])('knows %s as a part of the %s', (path, kind) => {
  expect(kindOf(path)).toBe(kind);
});
