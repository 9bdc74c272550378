import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { plural } from '../../src/model/problem.ts';
import { readSearchIndex } from '../../tests/bench/built-blog.ts';
import { writeCorpus } from '../../tests/bench/corpus.ts';
import { foldersIn, measuredBuild, type Folders, type Measured } from '../../tests/bench/measured-build.ts';
import { measureChecks } from '../../tests/bench/measured-check.ts';
import { measureReviews } from '../../tests/bench/measured-review.ts';
import { measureHistory } from '../../tests/bench/measured-history.ts';
import { measureSearch } from '../../tests/bench/measured-search.ts';
import { readOptions, type BenchOptions } from '../../tests/bench/options.ts';
import { formatReport, formatTaken, type Report } from '../../tests/bench/report.ts';
import { limitsOf, searchFigures, type SearchReport } from '../../tests/bench/search-figures.ts';
import { formatSearch } from '../../tests/bench/search-report.ts';
import { measureSizes } from '../../tests/bench/sizes.ts';
import { pathological } from '../../tests/security/pathological/inputs.ts';
import { measureAll, type Measurement } from '../../tests/security/pathological/measure.ts';
import { formatMeasurements, isWithin } from '../../tests/security/pathological/table.ts';
import { UsageError } from '../flags.ts';
import type { World } from '../world.ts';

export const summary = 'Measures how fast an invented blog of any size is built, checked and searched.';
export const usage = `
npm run bench
npm run bench -- --posts 10000
npm run bench -- --posts 10000 --check
npm run bench -- --history
npm run bench -- --pathological
npm run bench -- search
npm run bench -- search --built <folder>

Makes an invented blog in a temporary folder and builds it three times: from nothing, with nothing changed, and with one
sentence added to one post. Prints time, memory, pages a second and sizes, and writes them down as JSON.

With the word "search", builds it once and measures the search instead: types into the search page in a Chromium that has
never run before, and into Pagefind's own interface on the same index, in turn. Prints how long the first and each later
key takes to show its results and how much is sent for that, which limits hold, and writes it all down as JSON.

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

const edit = '\nA sentence that was added to see how long one edit takes.\n';

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
    const report = await measure(options, temporary, world);
    await tell(report, formatReport(report), options, world);
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

async function measure(options: BenchOptions, temporary: string, world: World): Promise<Report> {
  const { posts, words, seed, runs } = options;
  const folders = foldersIn(temporary);
  world.stdout.write(`Writing an invented blog of ${plural(posts, 'post')}.\n`);
  const paths = await writeCorpus(folders.content, { posts, words, seed });
  const post = join(folders.content, paths[Math.floor(paths.length / 2)] ?? '');
  const builds: Report['builds'] = { cold: [], unchanged: [], 'one-edit': [] };
  for (let done = 0; done < runs; done += 1) {
    if (runs > 1) world.stdout.write(`Run ${done + 1} of ${runs}.\n`);
    await measureOnce(folders, post, builds, world);
  }
  world.stdout.write('Weighing the pages.\n');
  return {
    date: world.now().toISOString().slice(0, 10),
    node: process.versions.node,
    cores: availableParallelism(),
    corpus: { posts, words, seed },
    builds,
    sizes: await measureSizes(folders.out, folders.cache),
  };
}

/** Measures the search of the blog that was built before, or else of one that is built for it. */
async function measureTheSearch(
  options: BenchOptions,
  temporary: string,
  world: World,
): Promise<SearchReport> {
  const { built, runs, seed } = options;
  const folders = foldersIn(temporary);
  const out = built ?? folders.out;
  if (built === undefined) {
    world.stdout.write(`Writing an invented blog of ${plural(options.posts, 'post')}.\n`);
    await writeCorpus(folders.content, options);
    await announcedBuild('Building it.', folders, world);
  }
  const index = await readSearchIndex(out);
  if (typeof index === 'string') throw new UsageError(index);
  return measureSearch({ out, index, stockFolder: join(temporary, 'stock'), runs, seed }, world);
}

/** Builds from nothing, again, and after an edit, and leaves the content as it found it. */
async function measureOnce(
  folders: Folders,
  post: string,
  builds: Report['builds'],
  world: World,
): Promise<void> {
  await rm(folders.cache, { recursive: true, force: true });
  await rm(folders.out, { recursive: true, force: true });
  builds.cold.push(await announcedBuild('Building from nothing.', folders, world));
  builds.unchanged.push(await announcedBuild('Building again with nothing changed.', folders, world));
  const text = await readFile(post, 'utf8');
  await appendFile(post, edit);
  builds['one-edit'].push(await announcedBuild('Building again with one sentence more.', folders, world));
  await writeFile(post, text);
}

async function announcedBuild(title: string, folders: Folders, world: World): Promise<Measured> {
  world.stdout.write(`${title}\n`);
  const build = await measuredBuild(folders, world);
  world.stdout.write(`${formatTaken(build)}\n`);
  return build;
}
