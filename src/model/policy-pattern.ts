import { RegExpParser } from '@eslint-community/regexpp';
import type { AST } from '@eslint-community/regexpp';

// A few hundred ways to read some words cost microseconds; a few million hang the check.
const mostWays = 500;

const parser = new RegExpParser({ ecmaVersion: 2024 });

/** Why a regular expression of the policy cannot be used, in whole sentences; undefined when it can. */
export function patternProblem(source: string): string | undefined {
  let pattern: AST.Pattern;
  try {
    pattern = parser.parsePattern(source, 0, source.length, { unicode: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /u, '') : 'it cannot be read';
    return `The pattern "${source}" is no regular expression: ${reason}.`;
  }
  const ways = waysOf(pattern);
  if (ways === Infinity)
    return `The pattern "${source}" has no end: write how often at most, such as {1,20} in place of + or {0,20} in place of *, and no \\1.`;
  if (ways > mostWays)
    return `The pattern "${source}" can match the same words in too many ways, which could hang the check. Use fewer or smaller repetitions.`;
  return new RegExp(source, 'u').test('')
    ? `The pattern "${source}" matches where nothing is written.`
    : undefined;
}

type Part = AST.Pattern | AST.Alternative | AST.Element;

/**
 * At most how many paths a backtracking engine can try from one place in a text. Counting them is exact enough for
 * patterns of a policy, needs no time limit, and gives the same answer on every machine.
 */
function waysOf(part: Part): number {
  switch (part.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return sumOf(part.alternatives);
    case 'Assertion':
      return part.kind === 'lookahead' || part.kind === 'lookbehind' ? sumOf(part.alternatives) : 1;
    case 'Alternative':
      return part.elements.reduce((product, element) => product * waysOf(element), 1);
    case 'Quantifier': {
      const once = waysOf(part.element);
      if (once === 1) return part.max - part.min + 1;
      let ways = 0;
      for (let times = part.min; times <= part.max && ways <= mostWays; times += 1) ways += once ** times;
      return part.max === Infinity ? Infinity : ways;
    }
    case 'Backreference':
      return Infinity;
    default:
      return 1;
  }
}

function sumOf(alternatives: readonly AST.Alternative[]): number {
  return alternatives.reduce((sum, alternative) => sum + waysOf(alternative), 0);
}
