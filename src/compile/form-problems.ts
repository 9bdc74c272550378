import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { staleLine } from '../model/code-owners.ts';
import { handInFormPath } from '../model/hand-in.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceContent } from '../source/read-content.ts';
import { choicesIn, formHead, handInForm } from './hand-in-form.ts';

/**
 * An issue form that offers other topics or groups than there are. A form that a person keeps is left alone, and so is a
 * blog whose content folder lies elsewhere, because its repository is another.
 */
export async function formProblems(
  source: SourceContent,
  { dir, root }: { dir: string; root: string },
): Promise<Problem[]> {
  const isUnread = source.unreadable.some(({ collection }) => ['tags', 'groups'].includes(collection));
  if (dir !== join(root, 'content') || isUnread) return [];
  const text = await readFile(join(root, handInFormPath), 'utf8').catch(() => undefined);
  if (text?.startsWith(formHead) !== true) return [];
  const stale = staleLine(text, handInForm(choicesIn(source)));
  if (stale === undefined) return [];
  return [
    {
      ...{ file: handInFormPath, line: stale.line, column: 1 },
      rule: 'stale-form',
      message: 'From here on the form says something else than the fields, the topics and the groups.',
      mend: 'Make it again: npm run reference',
    },
  ];
}
