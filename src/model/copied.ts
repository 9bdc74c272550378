import { z } from 'zod';
import { daySchema } from './day.ts';

/** `content/copied.yml`: when `npm run threads` last compared the snapshots with the forge. Written by it, never by hand. */
export const copiedSchema = z.strictObject({
  copiedOn: daySchema.describe('The day on which the discussions were last asked for.'),
  fullPassOn: daySchema.describe('The day on which every one of them was last read whole.'),
});

export type Copied = z.output<typeof copiedSchema>;
