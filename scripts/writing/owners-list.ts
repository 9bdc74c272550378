import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownersInput } from '../../src/compile/owners-problems.ts';
import { ownersFile, ownersHead, type OwnersFile } from '../../src/model/code-owners.ts';
import type { SourceContent } from '../../src/source/read-content.ts';

/** The list of owners as it should be, beside the one that is there. */
export interface OwnersList extends OwnersFile {
  /** What the file holds; undefined when there is none. */
  before: string | undefined;
  /** Whether a person keeps the file, and not the command. */
  isKept: boolean;
}

/** Undefined without a forge, or while an entry that has a say cannot be read. */
export async function ownersList(root: string, source: SourceContent): Promise<OwnersList | undefined> {
  const input = ownersInput(source);
  const file = input && ownersFile(input);
  if (file === undefined) return undefined;
  const before = await readFile(join(root, file.path), 'utf8').catch(() => undefined);
  return { ...file, before, isKept: before !== undefined && !before.startsWith(ownersHead) };
}
