import type { Silenced } from '../model/check-report.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import type { RuleName } from '../model/rules/rules.ts';
import { applySilences } from '../model/silence.ts';
import type { SourceContent } from '../source/read-content.ts';

/** Sorts the problems, and sets aside what each file makes an exception of. */
export function withoutSilenced(
  found: readonly Problem[],
  { silences }: SourceContent,
  { label, only, idle }: { label: string; only: (path: string) => boolean; idle: readonly RuleName[] },
): { problems: Problem[]; silenced: Silenced[] } {
  const spoken = [...silences].filter(([path]) => only(path));
  const excepted = new Map(spoken.map(([path, list]) => [`${label}/${path}`, list]));
  const problems: Problem[] = found.filter(({ file }) => !excepted.has(file));
  const silenced: Silenced[] = [];
  for (const [file, list] of excepted) {
    const own = found.filter((problem) => problem.file === file);
    const result = applySilences(file, own, list, idle);
    problems.push(...result.problems);
    silenced.push(...result.silenced);
  }
  return { problems: problems.sort(compareProblems), silenced: silenced.sort(compareProblems) };
}
