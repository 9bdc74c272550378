import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownersFile, ownersHead, staleLine, type OwnersInput } from '../model/code-owners.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceContent } from '../source/read-content.ts';

/**
 * A list of owners that says something else than the content. A list that a person keeps is left alone, and so is a blog
 * whose content folder lies elsewhere, because its repository is another. Nothing is said while an entry cannot be read:
 * that is a problem already.
 */
export async function ownersProblems(
  source: SourceContent,
  { dir, root }: { dir: string; root: string },
): Promise<Problem[]> {
  if (dir !== join(root, 'content')) return [];
  const input = ownersInput(source);
  const expected = input && ownersFile(input);
  if (expected === undefined) return [];
  const text = await readFile(join(root, expected.path), 'utf8').catch(() => undefined);
  if (text === undefined || !text.startsWith(ownersHead)) return [];
  const stale = staleLine(text, expected.text);
  if (stale === undefined) return [];
  return [
    {
      ...{ file: expected.path, line: stale.line, column: 1 },
      rule: 'stale-owners',
      message: messageFor(stale),
      mend: 'Make the list again: npm run owners',
    },
  ];
}

/** What says who answers for what; undefined while a part of it cannot be read. */
export function ownersInput({ site, unreadable, ...source }: SourceContent): OwnersInput | undefined {
  const isPart = ({ collection }: { collection: string }) =>
    ['posts', 'groups', 'authors'].includes(collection);
  if (site === undefined || unreadable.some(isPart)) return undefined;
  return { ...source, site: site.data };
}

function messageFor({ found, expected }: { found: string; expected: string }): string {
  if (found === '') return `The line "${expected}" is missing.`;
  if (expected === '') return `This line is not made from the content: "${found}".`;
  return `This line says "${found}", and the content says "${expected}".`;
}
