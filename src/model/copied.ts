import { z } from 'zod';
import { daySchema, type Day } from './day.ts';
import type { ThreadFile } from './thread.ts';

/** `content/copied.yml`: when `npm run threads` last compared the snapshots with the forge. Written by it, never by hand. */
export const copiedSchema = z.strictObject({
  copiedOn: daySchema.describe('The day on which the discussions were last asked for.'),
  fullPassOn: daySchema.describe('The day on which every one of them was last read whole.'),
});

export type Copied = z.output<typeof copiedSchema>;

/** The day on which a thread was last known to be as it is stored. */
export function copyDay(copied: Copied | undefined, { copiedAt }: Pick<ThreadFile, 'copiedAt'>): Day {
  return copied?.copiedOn ?? daySchema.parse(copiedAt.slice(0, 10));
}
