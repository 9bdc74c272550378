import { outlineTexts } from '../model/post-template.ts';
import type { Finding } from './finding.ts';
import type { Passage } from './passage.ts';

/** What is left of the outline that a post began with. */
export function outlineFindings(passages: readonly Passage[]): Finding[] {
  return passages
    .filter(({ kind, text }) => kind !== 'heading' && outlineTexts.has(text.trim()))
    .map(({ text, place }) => ({
      ...place(0),
      rule: 'outline-text',
      message: `"${text.trim()}" is what the outline says, and not what you have to say.`,
      mend: 'Write over it, or delete it.',
    }));
}
