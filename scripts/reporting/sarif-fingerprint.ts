import { createHash } from 'node:crypto';
import type { Problem } from '../../src/model/problem.ts';

/**
 * A name for each problem that stays when lines are added above it: made of the file, the rule and the words, in which
 * numbers do not count, because some are numbers of lines. Equal ones in a file are told apart by their order.
 */
export function fingerprints(problems: readonly Problem[]): string[] {
  const seen = new Map<string, number>();
  return problems.map(({ file, rule, clause = '', message }) => {
    const same = JSON.stringify([file, rule, clause, message.replace(/\d+/gu, '#')]);
    const nth = seen.get(same) ?? 0;
    seen.set(same, nth + 1);
    return createHash('sha256').update(`${same}${nth}`).digest('hex').slice(0, 32);
  });
}
