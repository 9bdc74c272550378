import { expect, it } from 'vitest';
import { formatTaken, formatReport, type Report } from '../../bench/report.ts';
import { aMeasuredBuild as build } from '../../support/measured.ts';

const report: Report = {
  date: '2026-11-22',
  node: '24.0.0',
  cores: 2,
  corpus: { posts: 1000, words: 880, seed: 1 },
  builds: { cold: [build(40), build(20), build(30)], unchanged: [build(8)], 'one-edit': [build(9)] },
  sizes: {
    medianPostHtml: { raw: 20_120, gzip: 6_040 },
    postCss: { raw: 28_000, gzip: 7_000 },
    postJs: { raw: 5_000, gzip: 3_000 },
    searchIndex: 4_000_000,
    dataStore: 1_800,
  },
};

it('shows the medians of all runs in aligned tables', () => {
  expect(formatReport(report)).toMatchInlineSnapshot(`
    "1,000 posts of about 880 words, seed 1, medians of 3 runs (2026-11-22, 2 cores, Node 24.0.0)

    |                         |   Cold | Unchanged | One edit |
    | ----------------------- | -----: | --------: | -------: |
    | Wall                    | 30.0 s |     8.0 s |    9.0 s |
    | CPU                     | 45.0 s |    12.0 s |   13.5 s |
    | Memory, largest process | 512 MB |    512 MB |   512 MB |
    | Memory, all processes   | 640 MB |    640 MB |   640 MB |
    | Read                    |  1.0 s |     1.0 s |    1.0 s |
    | Markdown                |  2.0 s |     2.0 s |    2.0 s |
    | Bundle and render       |  3.0 s |     3.0 s |    3.0 s |
    | Search index            |  4.0 s |     4.0 s |    4.0 s |
    | Other                   |  5.0 s |     5.0 s |    5.0 s |
    | Pages                   |  1,200 |     1,200 |    1,200 |
    | Made anew               |  1,200 |     1,200 |    1,200 |
    | Pages a second          |     40 |       150 |      133 |

    |                                           |        Raw |   Gzip |
    | ----------------------------------------- | ---------: | -----: |
    | Post page HTML, median                    |    20.1 kB | 6.0 kB |
    | CSS of a post page                        |    28.0 kB | 7.0 kB |
    | JavaScript of a post page, without search |     5.0 kB | 3.0 kB |
    | Search index                              | 4,000.0 kB |        |
    | Data store                                |     1.8 kB |        |
    "
  `);
});

it('says "unknown" where the system does not tell', () => {
  const unmeasured = { ...build(8), cpuSeconds: undefined, largestProcess: undefined, wholeTree: undefined };
  const text = formatReport({ ...report, builds: { ...report.builds, unchanged: [unmeasured] } });
  expect(text).toMatch(/^\| CPU +\| +45\.0 s \| +unknown \|/mu);
  expect(text).toMatch(/^\| Memory, all processes +\| +640 MB \| +unknown \|/mu);
});

it('says in a line what a build took', () => {
  expect(formatTaken(build(8))).toBe('That took 8.0 s, 12.0 s of CPU and 640 MB.');
  expect(formatTaken({ ...build(8), cpuSeconds: undefined, wholeTree: undefined })).toBe(
    'That took 8.0 s, unknown CPU time and unknown memory.',
  );
});
