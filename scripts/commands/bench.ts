import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readSearchIndex } from '../../tests/bench/built-blog.ts';
import { foldersIn } from '../../tests/bench/measured-build.ts';
import { announcedBuild, measureBuilds, writeBlog } from '../../tests/bench/measured-builds.ts';
import { measureChecks } from '../../tests/bench/measured-check.ts';
import { measureMore } from '../../tests/bench/measured-more.ts';
import { measureReviews } from '../../tests/bench/measured-review.ts';
import { measureHistory } from '../../tests/bench/measured-history.ts';
import { measureSearch } from '../../tests/bench/measured-search.ts';
import { readOptions, type BenchOptions } from '../../tests/bench/options.ts';
import { formatCorpus, formatReport } from '../../tests/bench/report.ts';
import { formatMore } from '../../tests/bench/rows.ts';
import { limitsOf, searchFigures, type SearchReport } from '../../tests/bench/search-figures.ts';
import { formatSearch } from '../../tests/bench/search-report.ts';
import { withTable } from '../../tests/bench/written-table.ts';
import { copyEngine } from '../../tests/support/copied-engine.ts';
import { pathological } from '../../tests/security/pathological/inputs.ts';
import { measureAll, type Measurement } from '../../tests/security/pathological/measure.ts';
import { formatMeasurements, isWithin } from '../../tests/security/pathological/table.ts';
import { UsageError } from '../flags.ts';
import type { World } from '../world.ts';

export const summary = 'Measures how fast an invented blog of any size is built, checked and searched.';
export const usage = `
npm run bench
npm run bench -- --posts 10000
npm run bench -- --all --growth --against hugo,eleventy
npm run bench -- --posts 10000 --check
npm run bench -- --history
npm run bench -- --pathological
npm run bench -- search
npm run bench -- search --built <folder>

Makes an invented blog in a temporary folder and builds it three times: from nothing, with nothing changed, and with one
sentence added to one post. Prints time, memory, pages a second and sizes, and writes them down as JSON.

With --all, --growth or --against it measures more of these builds, and prints one table of them all.

With the word "search", builds it once and measures the search instead: types into the search page in a Chromium that has
never run before, and into Pagefind's own interface on the same index, in turn. Prints how long the first and each later
key takes to show its results and how much is sent for that, which limits hold, and writes it all down as JSON.

  --all             measure more edits: of 200 posts, of the label of the tag of most posts, of the name of an author, of the
                    list component, and of the post template; and how long "npm run dev" takes to give its first page and
                    to show a saved post. The engine is edited in a copy
  --growth          measure a tenth of the posts as well, and say how many times as much it takes to build all of them
  --against <names> build the same posts with hugo, eleventy, or hugo,eleventy as well, each followed by Pagefind, and write the
                    table into tests/bench/results.md. Hugo has to be installed; Eleventy is installed by npm into the
                    temporary folder
  --check           measure the check instead: from nothing, again, after an edit, and of what a branch touched
  --review          measure the report about a branch of 500 files instead: from nothing, and again
  --history         measure how long git takes to say who wrote which text: 10,000 posts, in as many commits as --commits
                    says, 30,000 by default; to invent them takes minutes
  --posts <number>  how many posts, 1,000 by default, and 10,000 for the search
  --words <number>  about how many words a post has, 880 by default
  --seed <number>   another invented blog for each number, and other words to search for, 1 by default
  --runs <number>   measure that often and show the medians, once by default, and 5 times for the search
  --built <folder>  search what an earlier run has built and kept, and build nothing
  --json <file>     where the JSON goes, tests/bench/results/<posts>-posts.json or search.json by default
  --pathological    instead, check and render hundreds of files that were made to be slow, and print what each takes
  --keep            leave the temporary folder there, and say where it is
`;

/** Measures and returns the exit code. Throws when a build fails. */
export async function run(args: string[], world: World): Promise<number> {
  const options = readOptions(args, world);
  if (options.measure === 'pathological') return measurePathological(world);
  const temporary = await mkdtemp(join(tmpdir(), 'watercooler-bench-'));
  try {
    if (options.measure === 'check') {
      world.stdout.write(`\n${await measureChecks(options, foldersIn(temporary), world)}`);
      return 0;
    }
    if (options.measure === 'review') {
      world.stdout.write(`\n${await measureReviews(options, foldersIn(temporary), world)}`);
      return 0;
    }
    if (options.measure === 'history') {
      world.stdout.write(`\n${await measureHistory(options, temporary, world)}`);
      return 0;
    }
    if (options.measure === 'search') {
      const report = await measureTheSearch(options, temporary, world);
      const limits = searchFigures(report).flatMap(limitsOf);
      await tell({ ...report, limits }, formatSearch(report), options, world);
      return 0;
    }
    await measureTheBuilds(options, temporary, world);
    return 0;
  } finally {
    if (options.keep) world.stdout.write(`The invented blog, its cache and its pages are in ${temporary}\n`);
    else await rm(temporary, { recursive: true, force: true });
  }
}

/** Prints a report and writes it down. */
async function tell(
  report: object,
  printed: string,
  { json }: BenchOptions,
  { stdout }: World,
): Promise<void> {
  await mkdir(dirname(json), { recursive: true });
  await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  stdout.write(`\n${printed}\nThe same as JSON: ${json}\n`);
}

/** Measures the files that were made to be slow; the code says whether each stays within the bounds. */
async function measurePathological({ stdout }: World): Promise<number> {
  stdout.write(`Checking and rendering ${pathological.length} files that were made to be slow.\n`);
  const tell = (one: Measurement) => {
    if (!isWithin(one)) stdout.write(`Beyond the bounds: ${one.name}\n`);
  };
  const measurements = await measureAll(pathological, { wallSeconds: 60, tell });
  stdout.write(`\n${formatMeasurements(measurements)}\n`);
  return measurements.every((one) => isWithin(one)) ? 0 : 1;
}

async function measureTheBuilds(options: BenchOptions, temporary: string, realWorld: World): Promise<void> {
  const { runs, all, growth, against } = options;
  const world = all ? { ...realWorld, cwd: join(temporary, 'engine') } : realWorld;
  if (all) await copyEngine(world.cwd);
  const blog = await writeBlog(temporary, options, world);
  const report = await measureBuilds(blog, runs, world);
  if (!all && !growth && against.length === 0) {
    await tell(report, formatReport(report), options, world);
    return;
  }
  const more = await measureMore(options, report, { blog, temporary }, world);
  const printed = `${formatReport(report)}\n${formatMore(more)}`;
  await tell({ ...report, ...more, rows: Object.fromEntries(more.rows) }, printed, options, world);
  if (against.length === 0) return;
  const file = join(realWorld.cwd, 'tests', 'bench', 'results.md');
  const text = await readFile(file, 'utf8').catch(() => '');
  await writeFile(file, withTable(text, `${formatCorpus(report)}\n\n${formatMore(more)}`));
  world.stdout.write(`The table also stands in ${file}\n`);
}

/** Measures the search of the blog that was built before, or else of one that is built for it. */
async function measureTheSearch(
  options: BenchOptions,
  temporary: string,
  world: World,
): Promise<SearchReport> {
  const { built, runs, seed } = options;
  const out = built ?? foldersIn(temporary).out;
  if (built === undefined) {
    const { folders } = await writeBlog(temporary, options, world);
    await announcedBuild('Building it.', folders, world);
  }
  const index = await readSearchIndex(out);
  if (typeof index === 'string') throw new UsageError(index);
  return measureSearch({ out, index, stockFolder: join(temporary, 'stock'), runs, seed }, world);
}
