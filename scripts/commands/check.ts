import { join, relative, resolve, sep } from 'node:path';
import { judgeContent } from '../../src/compile/judge-content.ts';
import { readSettings, type Settings } from '../../src/compile/settings.ts';
import type { CheckReport } from '../../src/model/check-report.ts';
import { nearest } from '../../src/model/nearest.ts';
import { isError, placeOf, plural, type Problem } from '../../src/model/problem.ts';
import type { Site } from '../../src/model/site.ts';
import { changedFiles } from '../adapters/changed-files.ts';
import { progressLine } from '../adapters/progress-line.ts';
import { readSource } from '../adapters/read-source.ts';
import { writeWhole } from '../adapters/whole-files.ts';
import { readFlags, UsageError } from '../flags.ts';
import { mend } from '../mending/mend.ts';
import { formatNames, formats, isFormatName, type FormatName } from '../reporting/formats.ts';
import type { World } from '../world.ts';
import { ownersList } from '../writing/owners-list.ts';

export const summary = 'Says everything that is wrong with the content, with file, line and column.';
export const usage = `
npm run check
npm run check content/posts/names-that-sort.md
npm run check -- --changed --fix

Reads every file of the content folder with the rules of the build, and prints every problem at once: where it is, what
it is, and how to mend it. Problems keep the blog from being published; advice does not. Nothing is written but a cache.
The exit code is 1 when there is a problem.

  <files>            speak only of these files and folders; everything is read all the same
  --changed [base]   speak only of what this branch touched since it left base, main by default
  --fix              mend what needs no person: other names of topics, spaces at the ends of lines, a missing last line
                     break, levels of headings, pictures that are too heavy, a stale list of owners; says what it did
  --format <name>    ${formatNames.join(', ')}; with npm's --silent nothing else is printed

Every rule has a page at /write/rules/ of the blog.
`;

/** Prints all problems, or that there are none, and returns the exit code. */
export async function run(args: string[], world: World): Promise<number> {
  const { values, positionals } = readFlags(withBase(args), {
    changed: { type: 'string' },
    fix: { type: 'boolean', default: false },
    format: { type: 'string', default: 'text' },
  });
  const format = formatOf(values.format);
  const settings = readSettings(world.cwd, world.env, world.now());
  const only = await chosenFiles(positionals, values.changed, settings, world);
  if (values.fix) await mendAll(settings, only, world);
  const { report, site } = await judge(settings, only, world);
  print(report, format, site, world);
  return report.problems.some(isError) ? 1 : 0;
}

interface Judgement {
  report: CheckReport;
  site: Site | undefined;
}

type Only = ((path: string) => boolean) | undefined;

async function judge(settings: Settings, only: Only, world: World): Promise<Judgement> {
  const started = performance.now();
  const progress = progressLine('Checking', world);
  const options = { render: false, progress: progress.show, ...(only !== undefined && { only }) };
  const judged = await judgeContent(settings, options, ({ problems, silenced, source }) => ({
    problems,
    silenced,
    files: source.files.filter((path) => only?.(path) ?? true).length,
    site: source.site?.data,
  })).finally(progress.clear);
  const { site, ...found } = judged;
  const report = { ...found, seconds: (performance.now() - started) / 1000 };
  return { report, site };
}

/** Prints a report of the check. */
export function print(
  report: CheckReport,
  format: FormatName,
  site: Site | undefined,
  world: Pick<World, 'stdout' | 'stderr'>,
): void {
  const text = formats[format](report, site === undefined ? {} : { site });
  // Machines read one stream; people see problems also when they send the rest away.
  const isAlarm = format === 'text' && report.problems.some(isError);
  const stream = isAlarm ? world.stderr : world.stdout;
  if (text !== '') stream.write(`${text}\n`);
}

// One mend can show the next: a heading that moved up is followed by one that now skips a level.
const mostRounds = 8;

async function mendAll(settings: Settings, only: Only, world: World): Promise<void> {
  const all: Problem[] = [];
  const failures = new Map<string, string>();
  for (let round = 0; round < mostRounds; round += 1) {
    const { report } = await judge(settings, only, world);
    if (round === 0) all.push(...(await mendOwners(report.problems, settings, world)));
    const mended = await mend(report.problems, settings);
    for (const { file, reason } of mended.failures) failures.set(file, reason);
    if (mended.problems.length === 0) break;
    all.push(...mended.problems);
  }
  for (const problem of all) world.stderr.write(`${placeOf(problem)}  ${problem.rule}  mended\n`);
  for (const [file, reason] of failures)
    world.stderr.write(`${file} stays as it is, because it cannot be written (${reason}).\n`);
  world.stderr.write(
    all.length === 0 ? 'There was nothing to mend.\n' : `Mended ${plural(all.length, 'place')}.\n\n`,
  );
}

async function mendOwners(
  problems: readonly Problem[],
  settings: Settings,
  world: World,
): Promise<Problem[]> {
  const stale = problems.filter(({ rule }) => rule === 'stale-owners');
  if (stale.length === 0) return [];
  const list = await ownersList(settings.root, await readSource(settings, world));
  if (list !== undefined) await writeWhole(join(settings.root, list.path), list.text);
  return stale;
}

/** `--changed` may stand alone, or before the name of a branch. */
function withBase(args: readonly string[]): string[] {
  return args.flatMap((word, index) => {
    if (word === '--changed') {
      const next = args[index + 1];
      return isBase(next) ? [`--changed=${next}`] : ['--changed='];
    }
    return args[index - 1] === '--changed' && isBase(word) ? [] : [word];
  });
}

function isBase(word: string | undefined): word is string {
  return word !== undefined && !word.startsWith('-') && !/\.\w+$|^content(?:\/|$)/u.test(word);
}

function formatOf(name: string): FormatName {
  if (isFormatName(name)) return name;
  const [suggestion] = nearest(name, formatNames);
  const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
  throw new UsageError(`There is no format "${name}".${hint} The formats are: ${formatNames.join(', ')}.`);
}

/** Which files are spoken of, by their paths relative to the content folder; all of them when undefined. */
async function chosenFiles(
  named: readonly string[],
  base: string | undefined,
  { dir, label }: Settings,
  { cwd }: World,
): Promise<Only> {
  if (named.length === 0 && base === undefined) return undefined;
  const folders = named.map((name) => {
    const path = relative(dir, resolve(cwd, name)).split(sep).join('/');
    if (path.startsWith('..')) throw new UsageError(`"${name}" is not in the content folder, ${label}/.`);
    return path;
  });
  const changed = base === undefined ? undefined : await changedFiles(dir, base === '' ? undefined : base);
  return (path) =>
    (folders.length === 0 ||
      folders.some((folder) => folder === '' || path === folder || path.startsWith(`${folder}/`))) &&
    // What lies outside, such as the list of owners, is about all of the content.
    (changed === undefined || changed.has(path) || path.startsWith('../'));
}
