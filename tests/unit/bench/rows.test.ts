import { expect, it } from 'vitest';
import type { Report } from '../../bench/report.ts';
import { addRun, formatMore, type RowRun, type Rows } from '../../bench/rows.ts';
import { aMeasuredBuild as build } from '../../support/measured.ts';

const builds = (times: number): Report['builds'] => ({
  cold: [build(40 * times), build(20 * times), build(30 * times)],
  unchanged: [{ ...build(2 * times), cpuSeconds: undefined }],
  'one-edit': [build(3)],
});

it('shows a line for each thing that was measured, how it grows, and what has to be known of it', () => {
  const rows: Rows = new Map([['Cold', builds(1).cold]]);
  addRun(rows, '200 posts edited', build(9, 201));
  addRun(rows, '200 posts edited', build(8, 201));
  addRun(rows, 'A saved post on the screen', { wallSeconds: 0.34 });
  addRun(rows, 'Nothing is known', { ...build(1), cpuSeconds: undefined });
  const growth = { posts: 1000, tenth: 100, builds: builds(1), few: builds(0.25) };
  expect(formatMore({ rows, growth, notes: ['A note.', 'Another.'] })).toMatchInlineSnapshot(`
    "|                            |   Wall |    CPU | Memory | Pages | Made anew |
    | -------------------------- | -----: | -----: | -----: | ----: | --------: |
    | Cold                       | 30.0 s | 45.0 s | 640 MB | 1,200 |     1,200 |
    | 200 posts edited           |  9.0 s | 13.5 s | 640 MB | 1,200 |       201 |
    | A saved post on the screen |  0.3 s |        |        |       |           |
    | Nothing is known           |  1.0 s |        | 640 MB | 1,200 |     1,200 |

    | 1,000 posts to 100 |   Wall |     CPU | Memory |
    | ------------------ | -----: | ------: | -----: |
    | Cold               | 4.00 × |  4.00 × | 1.00 × |
    | Nothing changed    | 4.00 × | unknown | 1.00 × |
    | One post edited    | 1.00 × |  1.00 × | 1.00 × |

    A note.

    Another.
    "
  `);
});

it('gives every time as a share of what the first other tool took from nothing', () => {
  const rows: Rows = new Map<string, RowRun[]>([
    ['Cold', builds(1).cold],
    ['A saved post on the screen', [{ wallSeconds: 0.34 }]],
    ['Hugo 0.111.3 and Pagefind, cold', [build(20), build(15), build(25)]],
    ['Hugo 0.111.3 and Pagefind, one post edited', [build(10)]],
    ['Eleventy 3.1.7 and Pagefind, cold', [build(40)]],
  ]);
  const lines = formatMore({ rows, notes: [] }).split('\n');
  expect(lines.map((line) => line.split('|').at(-2)?.trim())).toEqual([
    ...['Of Hugo, cold', '------------:', '150 %', '1.7 %', '100 %', '50 %', '200 %', undefined],
  ]);
});

it('shows no growth when none was measured', () => {
  expect(formatMore({ rows: new Map(), notes: [] })).not.toContain('×');
});
