import { stringify } from 'yaml';
import { copiedSchema, type Copied } from '../../src/model/copied.ts';
import type { Day } from '../../src/model/day.ts';

/**
 * Whether it is time to read everything whole, which is once a day: the index does not show every comment that was
 * edited, hidden or deleted, and what was taken away must not be read here for long. 500 threads take 59 calls.
 */
export function isFullPassDue(copied: Copied | undefined, today: Day): boolean {
  return copied === undefined || copied.fullPassOn < today;
}

/** `content/copied.yml`, which changes once a day at most. */
export function copiedText(copied: Copied): string {
  return `# Written by npm run threads.\n${stringify(copiedSchema.parse(copied))}`;
}
