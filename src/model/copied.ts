import { z } from 'zod';
import { dayOf, daysBetween, daySchema, formatDay, type Day } from './day.ts';
import { plural } from './problem.ts';
import type { ThreadFile } from './thread.ts';

/** `content/copied.yml`: when `npm run threads` last compared the snapshots with the forge. Written by it, never by hand. */
export const copiedSchema = z.strictObject({
  copiedOn: daySchema.describe('The day on which the discussions were last asked for.'),
  fullPassOn: daySchema.describe('The day on which every one of them was last read whole.'),
});

export type Copied = z.output<typeof copiedSchema>;

/** The day on which a thread was last known to be as it is stored. */
export function copyDay(copied: Copied | undefined, { copiedAt }: Pick<ThreadFile, 'copiedAt'>): Day {
  return copied?.copiedOn ?? dayOf(copiedAt);
}

/** How old the copies are, in a sentence; undefined when there are none. */
export function ageOfCopies(
  copied: Copied | undefined,
  threads: readonly Pick<ThreadFile, 'copiedAt'>[],
  today: Day,
): string | undefined {
  const [newest] = threads
    .map((thread) => copyDay(copied, thread))
    .sort()
    .reverse();
  if (newest === undefined) return undefined;
  const days = daysBetween(newest, today);
  const ago = days > 0 ? `${plural(days, 'day')} ago` : 'today';
  return `Conversations as of ${formatDay(newest, 'en-GB')}, ${ago}.`;
}
