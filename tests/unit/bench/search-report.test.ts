import { expect, it } from 'vitest';
import type { SearchReport } from '../../bench/search-figures.ts';
import { searchQuestions } from '../../bench/search-questions.ts';
import { formatSearch } from '../../bench/search-report.ts';
import { sentKinds } from '../../bench/search-traffic.ts';
import { quantile } from '../../bench/statistics.ts';
import type { Visit } from '../../bench/visit-figures.ts';

function visit(firstResult: number, laterKeys: number[], bytes: number): Visit & { text: string } {
  const load = { requests: 3, bytes };
  const none = { requests: 0, bytes: 0 };
  return {
    text: 'pebble',
    firstResult,
    allResults: firstResult + 20,
    shown: 10,
    laterKeys,
    unchanged: 1,
    sent: { beforeKey: { requests: 1, bytes: bytes / 2 }, byFirstResult: load, byAllResults: load },
    kinds: {
      ...(Object.fromEntries(sentKinds.map((kind) => [kind, none])) as Visit['kinds']),
      page: { requests: 1, bytes: bytes / 2 },
      index: { requests: 2, bytes: bytes / 2 },
    },
  };
}

const report: SearchReport = {
  date: '2026-11-25',
  node: '24.0.0',
  chromium: '150.0',
  cores: 2,
  pages: 10_005,
  seed: 1,
  runs: 1,
  questions: [{ kind: 'common word', text: 'pebble' }],
  visits: {
    ours: [visit(500, [80, 90, 300], 240_000)],
    stock: [visit(480, [380, 390, 400], 310_000)],
    undelayed: [visit(200, [40, 50, 60], 310_000)],
  },
};

it('shows our page next to the other interface, what each limit says of it, and what is missed', () => {
  expect(formatSearch(report)).toMatchInlineSnapshot(`
    "Search in 10,005 pages, seed 1, one run of 1 question (2026-11-25, 2 cores, Node 24.0.0, Chromium 150.0)

    |                                    | This blog |    Stock |  Ratio | Stock, no wait |  Ratio |          Limit |        |
    | ---------------------------------- | --------: | -------: | -----: | -------------: | -----: | -------------: | -----: |
    | First key to first result          |    500 ms |   480 ms | 1.04 × |         200 ms | 2.50 × | 400 ms, 1.10 × | missed |
    | First key to all results           |    520 ms |   500 ms | 1.04 × |         220 ms | 2.36 × |         1.10 × |  holds |
    | Later key, median                  |     90 ms |   390 ms | 0.23 × |          50 ms | 1.80 × | 100 ms, 1.10 × |  holds |
    | Later key, 95 of 100               |    300 ms |   400 ms | 0.75 × |          60 ms | 5.00 × |         1.10 × |  holds |
    | Results shown                      |        10 |       10 | 1.00 × |             10 | 1.00 × |                |        |
    | Sent before the first key          |  120.0 kB | 155.0 kB | 0.77 × |       155.0 kB | 0.77 × |                |        |
    | Sent by the first result           |  240.0 kB | 310.0 kB | 0.77 × |       310.0 kB | 0.77 × |       300.0 kB |  holds |
    | Sent by all results                |  240.0 kB | 310.0 kB | 0.77 × |       310.0 kB | 0.77 × |                |        |
    | The index and its program, of that |  120.0 kB | 155.0 kB | 0.77 × |       155.0 kB | 0.77 × |                |        |
    | Requests by all results            |         3 |        3 | 1.00 × |              3 | 1.00 × |                |        |

    “Stock” is Pagefind’s own interface as it comes, which waits 300 ms for another key. What was sent counts the page as well, with its fonts.

    | First result of            | This blog |  Stock | Stock, no wait |
    | -------------------------- | --------: | -----: | -------------: |
    | "p" (common word "pebble") |    500 ms | 480 ms |         200 ms |

    | Sent by all results |     This blog |         Stock | Stock, no wait |
    | ------------------- | ------------: | ------------: | -------------: |
    | page                | 120.0 kB in 1 | 155.0 kB in 1 |  155.0 kB in 1 |
    | scripts and styles  |               |               |                |
    | fonts               |               |               |                |
    | search program      |               |               |                |
    | WebAssembly         |               |               |                |
    | metadata            |               |               |                |
    | filters             |               |               |                |
    | index               | 120.0 kB in 2 | 155.0 kB in 2 |  155.0 kB in 2 |
    | fragments           |               |               |                |
    | other               |               |               |                |

    Later keys that changed the results, and that did not: This blog: 3 and 1. Stock: 3 and 1. Stock, no wait: 3 and 1.

    Missed: First key to first result: 500 ms, and the limit is 400 ms.
    "
  `);
});

it('says so when every limit holds', () => {
  const visits = { ...report.visits, ours: [visit(300, [80, 90, 300], 240_000)] };
  expect(formatSearch({ ...report, visits })).toMatch(/\nEvery limit holds\.\n$/u);
});

it('asks in the same words for the same seed, and in others for another', () => {
  expect(searchQuestions(1)).toEqual(searchQuestions(1));
  expect(searchQuestions(2)).not.toEqual(searchQuestions(1));
  expect(searchQuestions(1).map(({ text }) => text.split(' ').length)).toEqual([1, 1, 2]);
});

it.each([
  [[], 0.95, 0],
  [[3], 0.95, 3],
  [[4, 2, 1, 3], 0.5, 2],
  [Array.from({ length: 100 }, (_, index) => index + 1), 0.95, 95],
])('finds in %j what the share %d does not exceed', (values, share, found) => {
  expect(quantile(values, share)).toBe(found);
});
