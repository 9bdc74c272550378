import { stringify } from 'yaml';
import { copiedSchema, type Copied } from '../../src/model/copied.ts';
import { addDuration, durationSchema, type Day } from '../../src/model/day.ts';

const week = durationSchema.parse('7 days');

/** Whether it is time to read everything whole: an edit of a comment does not always show in the index. */
export function isFullPassDue(copied: Copied | undefined, today: Day): boolean {
  return copied === undefined || addDuration(copied.fullPassOn, week) <= today;
}

/** `content/copied.yml`, which changes once a day at most. */
export function copiedText(copied: Copied): string {
  return `# Written by npm run threads.\n${stringify(copiedSchema.parse(copied))}`;
}
