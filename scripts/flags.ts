import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest } from '../src/model/nearest.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The person typed something that the command does not understand. The message says what, and what to type instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The flags and the other words of a command line. Throws a `UsageError` for a flag that is unknown or malformed. */
export function readFlags<const T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const unknown = firstUnknownFlag(args, Object.keys(options));
    if (unknown !== undefined) throw new UsageError(unknownFlag(unknown, Object.keys(options)));
    throw new UsageError(error instanceof Error ? `${error.message}.` : String(error));
  }
}

/** A whole number from a flag, between the two bounds. Throws a `UsageError`. */
export function readNumber(flag: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (/^\d+$/u.test(value) && number >= least && number <= most) return number;
  throw new UsageError(`--${flag} takes a whole number from ${least} to ${most}, and "${value}" is not one.`);
}

function firstUnknownFlag(args: readonly string[], known: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  return args
    .slice(0, end === -1 ? args.length : end)
    .filter((word) => word.startsWith('--'))
    .map((word) => word.slice(2).split('=')[0] ?? '')
    .find((name) => !known.includes(name));
}

function unknownFlag(name: string, known: readonly string[]): string {
  const [suggestion] = nearest(name, known);
  const hint = suggestion === undefined ? '' : ` Did you mean --${suggestion}?`;
  return `There is no flag --${name} here.${hint}`;
}
