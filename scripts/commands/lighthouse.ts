import { withBuiltSite } from '../adapters/built-site.ts';
import type { Device, Scores } from '../adapters/lighthouse.ts';
import { newestPost } from '../adapters/newest-post.ts';
import { readFlags } from '../flags.ts';
import type { World } from '../world.ts';

const least: Omit<Scores, 'findings'> = { performance: 95, accessibility: 100, bestPractices: 100, seo: 100 };
const repetitions = 3;

export const summary = 'Measures the built pages with Lighthouse.';
export const usage = `
npm run lighthouse
npm run lighthouse -- /posts/first-day-checklist/ /about/

Serves dist/ and measures the home page, the newest post and a search, as a desktop computer and as a telephone. Fails
under ${least.accessibility} for accessibility, best practices and SEO, and under ${least.performance} for performance. Words after -- are paths to measure instead.
A performance under the mark is measured ${repetitions} times, and the middle one counts: other work on this machine lowers it.
`;

/** Measures, prints a table, and returns 1 when a score is too low. */
export async function run(args: string[], world: World): Promise<number> {
  const { positionals } = readFlags(args, {});
  const chromePath = world.env['CHROMIUM_PATH'];
  if (chromePath === undefined) {
    world.stderr.write('Set CHROMIUM_PATH to a Chromium, or run it as: npm run lighthouse\n');
    return 1;
  }
  return withBuiltSite(world, async ({ origin, dist }) => {
    const paths = positionals.length > 0 ? positionals : await usualPaths(dist);
    return (await measureAll(origin, paths, chromePath, world)) ? 0 : 1;
  });
}

async function usualPaths(dist: string): Promise<string[]> {
  const post = await newestPost(dist);
  return ['/', ...(post === undefined ? [] : [post]), '/search/?q=checklist'];
}

async function measureAll(
  origin: string,
  paths: string[],
  chromePath: string,
  world: World,
): Promise<boolean> {
  const { openLighthouse } = await import('../adapters/lighthouse.ts');
  const browser = await openLighthouse(chromePath);
  const width = Math.max(...paths.map(({ length }) => length));
  let isGood = true;
  try {
    world.stdout.write(`${'page'.padEnd(width)}  device   performance  accessibility  best practices  SEO\n`);
    for (const path of paths) {
      for (const device of ['desktop', 'mobile'] as const) {
        if (world.signal.aborted) return false;
        const scores = await settled(() => browser.measure(origin + path, device));
        world.stdout.write(`${path.padEnd(width)}  ${row(device, scores)}\n`);
        if (!isEnough(scores)) {
          isGood = false;
          for (const finding of scores.findings) world.stdout.write(`  ${finding}\n`);
        }
      }
    }
  } finally {
    browser.close();
  }
  return isGood;
}

/** One measurement when it is good, else the one with the middle performance of several. */
async function settled(measure: () => Promise<Scores>): Promise<Scores> {
  const first = await measure();
  if (first.performance >= least.performance) return first;
  const all = [first];
  while (all.length < repetitions) all.push(await measure());
  all.sort((a, b) => a.performance - b.performance);
  return all[Math.floor(all.length / 2)] ?? first;
}

function isEnough(scores: Scores): boolean {
  return (
    scores.performance >= least.performance &&
    scores.accessibility >= least.accessibility &&
    scores.bestPractices >= least.bestPractices &&
    scores.seo >= least.seo
  );
}

function row(device: Device, { performance, accessibility, bestPractices, seo }: Scores): string {
  const cell = (value: number, width: number): string => String(value).padStart(width);
  return `${device.padEnd(7)}  ${cell(performance, 11)}  ${cell(accessibility, 13)}  ${cell(bestPractices, 14)}  ${cell(seo, 3)}`;
}
