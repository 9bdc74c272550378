import { join, resolve } from 'node:path';
import { readSettings, type Settings } from '../../src/compile/settings.ts';
import { isSlug } from '../../src/model/slug.ts';
import { takeLock } from '../adapters/lock.ts';
import { progressLine } from '../adapters/progress-line.ts';
import { writeWhole } from '../adapters/whole-files.ts';
import { UsageError } from '../flags.ts';
import { machineJson } from '../reporting/machine-json.ts';
import type { World } from '../world.ts';
import { withBaseContent } from './base-folder.ts';
import { readBranch } from './branch.ts';
import { htmlReport, type PagePictures } from './html-report.ts';
import { makeReport } from './make-report.ts';
import { markdownReport } from './markdown-report.ts';
import { outlineOf } from './outline-of-report.ts';
import { takePictures } from './page-pictures.ts';
import type { Report } from './report-schema.ts';
import { textOfLine } from './text-of-line.ts';

export const reportFormats = ['md', 'html', 'json'] as const;
type ReportFormat = (typeof reportFormats)[number];

export function isReportFormat(name: string): name is ReportFormat {
  return reportFormats.some((format) => format === name);
}

export interface ReviewFlags {
  base: string | undefined;
  audience: string | undefined;
  /** Where the files are written. */
  out: string;
  pictures: boolean;
  print: ReportFormat | undefined;
}

/** Writes the report in its three formats, says in a few lines what is in it, and returns the exit code. */
export async function runReview(flags: ReviewFlags, world: World): Promise<number> {
  const settings = readSettings(world.cwd, world.env, world.now());
  if (flags.audience !== undefined && !isSlug(flags.audience))
    throw new UsageError(`--for takes the slug of a group, and "${flags.audience}" is none.`);
  if (flags.audience !== undefined && flags.pictures)
    throw new UsageError(
      'There are no pictures of the pages of a closed group: leave out --pictures or --for.',
    );
  const folder = join(settings.cacheDir, 'review');
  const lock = await takeLock(join(folder, '.reviewing'));
  if ('heldBy' in lock) {
    world.stderr.write(`The process ${lock.heldBy} is writing a report just now. Wait for its end.\n`);
    return 1;
  }
  try {
    const started = performance.now();
    const { report, pictures } = await review(flags, settings, folder, world);
    const html = htmlReport(report, pictures);
    const texts = { md: markdownReport(report), html, json: `${machineJson(report)}\n` };
    const out = resolve(world.cwd, flags.out);
    for (const format of reportFormats) await writeWhole(join(out, `review.${format}`), texts[format]);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (flags.print === undefined) world.stdout.write(inShort(report, out, seconds));
    else world.stdout.write(texts[flags.print]);
    return 0;
  } finally {
    await lock.release();
  }
}

async function review(
  { base, audience, pictures }: ReviewFlags,
  settings: Settings,
  folder: string,
  world: World,
): Promise<{ report: Report; pictures: Map<string, PagePictures[]> }> {
  const branch = await readBranch(settings.dir, base);
  const progress = progressLine('Reading', world, 'texts');
  return withBaseContent(branch, join(folder, 'tree'), async (baseDir) => {
    const options = { settings, branch, baseDir, audience, progress: progress.show };
    const report = await makeReport(options).finally(progress.clear);
    const taken = pictures
      ? await takePictures({ settings, baseDir, report, folder }, world)
      : new Map<string, PagePictures[]>();
    return { report, pictures: taken };
  });
}

function inShort(report: Report, out: string, seconds: string): string {
  const { alarms, summary, closing } = outlineOf(report);
  const lines = [...alarms.map((line) => `! ${textOfLine(line)}`), ...[...summary, closing].map(textOfLine)];
  return `${lines.join('\n')}\nThe report is in ${out}: review.md, review.html and review.json. ${seconds} s\n`;
}
