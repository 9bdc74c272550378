import type { CheckReport } from '../../src/model/check-report.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { sarifReport, type SarifOptions } from './sarif.ts';
import { textReport } from './text.ts';

/** Writes a report without a line break at its end. What it quotes may be hostile; it cannot break out of the format. */
type Format = (report: CheckReport, options?: SarifOptions) => string;

/** The choices of `--format`. */
export const formats = {
  text: textReport,
  json: jsonReport,
  github: githubReport,
  sarif: sarifReport,
  junit: junitReport,
} satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as FormatName[];

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
