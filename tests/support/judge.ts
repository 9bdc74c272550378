import { symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgeContent } from '../../src/compile/judge-content.ts';
import type { JudgeOptions } from '../../src/compile/judge-once.ts';
import type { Silenced } from '../../src/model/check-report.ts';
import { formatProblems, type Problem } from '../../src/model/problem.ts';
import type { RuleName } from '../../src/model/rules/rules.ts';
import type { View } from '../../src/model/visibility.ts';
import { temporaryFolder, writeContent, type Files } from './content.ts';
import { publicView } from './entries.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Verdict {
  problems: Problem[];
  silenced: Silenced[];
}

/** What is done to the content folder beyond writing files, such as making links. */
type Prepare = (dir: string) => Promise<unknown>;

interface JudgeSettings extends Partial<JudgeOptions> {
  prepare?: Prepare;
  /** Whether the content lies in a repository with the engine, as that of a company does. */
  inRepository?: boolean;
  /** Other than the published blog. */
  view?: Partial<View>;
}

/** Reads the minimal blog with changes from a folder, as `npm run check` does, and gives what is wrong with it. */
export async function judge(
  changes: Files,
  { prepare, inRepository = false, view, ...options }: JudgeSettings = {},
): Promise<Verdict> {
  const { dir: home, remove } = await temporaryFolder();
  const [dir, cacheDir] = [join(home, 'content'), join(home, 'cache')];
  try {
    await writeContent(dir, changes);
    await prepare?.(dir);
    if (inRepository)
      for (const name of ['src', 'package-lock.json']) await symlink(join(root, name), join(home, name));
    const settings = {
      dir,
      label: 'content',
      cacheDir,
      root: inRepository ? home : root,
      view: () => ({ ...publicView, ...view }),
    };
    return await judgeContent(settings, { render: false, ...options }, ({ problems, silenced }) => ({
      problems,
      silenced,
    }));
  } finally {
    await remove();
  }
}

/** The rules that found something so far in this file of tests. */
export const triggered = new Set<RuleName>();

/** Everything that is said about the minimal blog with changes, as a person reads it. Fails the test when that is nothing. */
export async function told(changes: Files, settings: JudgeSettings = {}): Promise<string> {
  const { problems } = await judge(changes, settings);
  if (problems.length === 0) throw new Error('Nothing is wrong with this blog.');
  for (const { rule } of problems) triggered.add(rule);
  return formatProblems(problems);
}

/** Makes a file as large as that without writing it. */
export function swell(path: string, bytes: number): Prepare {
  return (dir) => truncate(join(dir, path), bytes);
}
