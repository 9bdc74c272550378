import { isAbsolute, join, relative, sep } from 'node:path';
import { daySchema, dayIn, type Day } from '../model/day.ts';
import type { CompileOptions } from './judge-once.ts';

/** What a build is told from outside, by environment variables. */
export interface Settings extends CompileOptions {
  /** Where the site is written. */
  outDir: string;
  preview: boolean;
  /** Whether the search index is to be one again, without a delta for what has changed lately. */
  compact: boolean;
  /** Whether the build is to say why each page was made. */
  explain: boolean;
}

/**
 * Reads the settings of a build. `CONTENT_DIR` chooses another content folder, `WATERCOOLER_OUT` and
 * `WATERCOOLER_CACHE` other places for the site and the cache, `WATERCOOLER_PREVIEW=1` shows drafts, scheduled and
 * expired posts, `WATERCOOLER_COMPACT=1` leaves no delta in the search index, `WATERCOOLER_EXPLAIN=1` says why each page
 * is made, and `WATERCOOLER_DAY` builds as if it were another day. Throws when that is no day.
 */
export function readSettings(root: string, env: Record<string, string | undefined>, now: Date): Settings {
  const folder = (name: string, otherwise: string) => {
    const path = given(env[name]) ?? otherwise;
    return isAbsolute(path) ? path : join(root, path);
  };
  const dir = folder('CONTENT_DIR', 'content');
  const preview = env['WATERCOOLER_PREVIEW'] === '1';
  const day = dayGiven(given(env['WATERCOOLER_DAY']));
  const inside = relative(root, dir);
  return {
    root,
    dir,
    label: (inside.startsWith('..') ? dir : inside).split(sep).join('/'),
    cacheDir: folder('WATERCOOLER_CACHE', '.cache/watercooler'),
    outDir: folder('WATERCOOLER_OUT', 'dist'),
    preview,
    compact: env['WATERCOOLER_COMPACT'] === '1',
    explain: env['WATERCOOLER_EXPLAIN'] === '1',
    view: (site) => ({ audience: { kind: 'public' }, day: day ?? dayIn(site.timeZone, now), preview }),
  };
}

/** Pipelines set variables that they have no value for to nothing. */
function given(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function dayGiven(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const { success, data, error } = daySchema.safeParse(text);
  if (success) return data;
  throw new Error('The day in WATERCOOLER_DAY cannot be used.', {
    cause: new Error(error.issues[0]?.message),
  });
}
