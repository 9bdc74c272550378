import { compileContent } from '../../src/compile/compile-content.ts';
import { readSettings } from '../../src/compile/settings.ts';
import { createCatalogue } from '../../src/model/catalogue.ts';
import { nearest } from '../../src/model/nearest.ts';
import { readFlags, readNumber, UsageError } from '../flags.ts';
import type { World } from '../world.ts';
import { conversationReport } from './conversation-report.ts';
import { formats } from './report-formats.ts';

type FormatName = keyof typeof formats;
export const reportFormats = Object.keys(formats) as FormatName[];

/** Prints what became of the conversations, and returns the exit code. */
export async function runReport(args: string[], world: World): Promise<number> {
  const { values, positionals } = readFlags(args, {
    days: { type: 'string', default: '7' },
    format: { type: 'string', default: 'text' },
  });
  if (positionals.length > 0)
    throw new UsageError(`"threads report" takes no other words, and got "${positionals.join(' ')}".`);
  const days = readNumber('days', values.days, 0, 3650);
  const format = formatOf(values.format);
  const settings = readSettings(world.cwd, world.env, world.now());
  const { compiled } = await compileContent(settings);
  if (compiled === undefined) {
    world.stderr.write(
      `${settings.label}/site.yml cannot be used as it is. What is wrong with it says: npm run check\n`,
    );
    return 1;
  }
  const { content } = compiled;
  const catalogue = createCatalogue(content, settings.view(content.site));
  world.stdout.write(`${formats[format](conversationReport(catalogue, days))}\n`);
  return 0;
}

function formatOf(name: string): FormatName {
  const found = reportFormats.find((format) => format === name);
  if (found !== undefined) return found;
  const [suggestion] = nearest(name, reportFormats);
  const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
  throw new UsageError(`There is no format "${name}".${hint} The formats are: ${reportFormats.join(', ')}.`);
}
