import type { Piece } from './lanes.ts';
import type { Counting } from './totals.ts';

/** One thing that `npm test` checks. */
export interface Step extends Piece {
  /** The word for `--only`. */
  name: string;
  title: string;
  /** The npm package and its command; without a package, a command of this project. */
  tool: { package?: string; command: string };
  args: readonly string[];
  counting: Counting;
  /** A step whose failure leaves this one nothing to look at. It is among those that this one comes after. */
  needs?: string;
}

/** Where a step's report is written, relative to the top folder. */
export function reportOf(name: string): string {
  return `.cache/test-reports/${name}.json`;
}

// Every build writes the types of the collections to .astro/, which must not happen under a program that reads them.
const afterTypes = ['types', 'lint'];

/** Everything that the pipeline checks, in the order in which it is reported. */
export const steps: readonly Step[] = [
  {
    name: 'format',
    title: 'Formatting (Prettier)',
    tool: { package: 'prettier', command: 'prettier' },
    args: ['--check', '.', '--log-level=warn', '--cache', '--cache-location=.cache/prettier'],
    counting: 'one-check',
    lanes: 1,
    after: [],
  },
  {
    // ESLint needs the types of the collections that this writes to .astro/.
    name: 'types',
    title: 'Types (astro check)',
    tool: { package: 'astro', command: 'astro' },
    args: ['check'],
    counting: 'one-check',
    lanes: 1,
    after: [],
  },
  {
    name: 'lint',
    title: 'Code rules (ESLint)',
    tool: { package: 'eslint', command: 'eslint' },
    args: ['.', '--max-warnings=0', '--cache', '--cache-location=.cache/eslint', '--cache-strategy=content'],
    counting: 'one-check',
    lanes: 1,
    after: ['types'],
  },
  {
    name: 'unused',
    title: 'Unused code (knip)',
    tool: { package: 'knip', command: 'knip' },
    args: ['--config=tests/support/knip.jsonc', '--no-progress'],
    counting: 'one-check',
    lanes: 1,
    after: [],
  },
  {
    name: 'unit',
    title: 'Unit tests (Vitest)',
    tool: { package: 'vitest', command: 'vitest' },
    args: vitestArguments('unit'),
    counting: 'vitest',
    lanes: 1,
    after: [],
  },
  {
    name: 'build',
    title: 'Build tests (Vitest)',
    tool: { package: 'vitest', command: 'vitest' },
    args: vitestArguments('build'),
    counting: 'vitest',
    lanes: 1,
    after: afterTypes,
  },
  {
    name: 'security',
    title: 'Attacks in a browser (Vitest)',
    tool: { package: 'vitest', command: 'vitest' },
    args: vitestArguments('security'),
    counting: 'vitest',
    lanes: 2,
    after: afterTypes,
  },
  {
    name: 'sample',
    title: 'The sample blog (build)',
    tool: { command: 'build' },
    args: [],
    counting: 'one-check',
    lanes: 1,
    // Two builds would wait for each other.
    after: [...afterTypes, 'build'],
  },
  {
    name: 'html',
    title: 'HTML (html-validate)',
    tool: { package: 'html-validate', command: 'html-validate' },
    args: ['--config=tests/support/htmlvalidate.config.mjs', '--ext=html', 'dist'],
    counting: 'one-check',
    lanes: 1,
    after: ['sample'],
    needs: 'sample',
  },
  {
    name: 'browser',
    title: 'Browser tests (Playwright)',
    tool: { package: '@playwright/test', command: 'playwright' },
    args: ['test', '--config=tests/browser/playwright.config.ts'],
    counting: 'playwright',
    lanes: 2,
    after: ['sample'],
    needs: 'sample',
  },
];

function vitestArguments(project: string): string[] {
  return [
    'run',
    '--config=tests/vitest.config.ts',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportOf(project)}`,
  ];
}
