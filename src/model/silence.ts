import type { Silenced } from './check-report.ts';
import { nearest } from './nearest.ts';
import { compareProblems, type Place, type Problem } from './problem.ts';
import { isRuleName, ruleNames, rules, type RuleName } from './rules/rules.ts';

/** An exception that an author wrote, with the place where it stands. */
export interface Silence extends Place {
  rule: RuleName;
  because: string;
  /** For the rule `policy`: the name of the clause that is set aside. */
  clause?: string;
  /** The line that it is for; without it, the whole file. */
  forLine?: number;
}

/** What an author wrote as an exception, before anybody asked whether it may be one. */
export interface WrittenSilence extends Place {
  rule: string;
  because: string | undefined;
  clause?: string;
  forLine?: number;
}

type SilenceProblem = Omit<Problem, 'file'>;

const comment =
  /(?:<!--|\{\/\*|(?:^|\s)#)[ \t]*allow:[ \t]*(?<rule>[^\s]+)(?:[ \t]+because[ \t]+(?<because>.*?))?[ \t]*(?:-->|\*\/\}|$)/u;
const fence = /^ {0,3}(?:`{3,}|~{3,})/u;

/**
 * The comments in a text that make an exception for one line: `<!-- allow: rule because … -->`, `{/* allow: … *\/}`,
 * and `# allow: …` in YAML. A comment with a line of its own is for the next line that is not blank.
 */
export function writtenSilences(text: string): WrittenSilence[] {
  if (!text.includes('allow:')) return [];
  const lines = text.split(/\r?\n/u);
  let inCode = false;
  return lines.flatMap((line, index): WrittenSilence[] => {
    if (fence.test(line)) inCode = !inCode;
    const match = inCode || !line.includes('allow:') ? null : comment.exec(line);
    if (match === null) return [];
    const { rule = '', because } = match.groups ?? {};
    const alone = line.replace(match[0], '').trim() === '';
    const forLine = (alone ? lineAfter(lines, index) : index) + 1;
    const column = match.index + match[0].search(/\S/u) + 1;
    return [{ line: index + 1, column, rule, because: because?.trim(), forLine }];
  });
}

/** The next line that is not blank, or the line itself when it is the last. */
function lineAfter(lines: readonly string[], index: number): number {
  for (let next = index + 1; next < lines.length; next += 1) if (lines[next]?.trim() !== '') return next;
  return index;
}

/** Tells exceptions that count from those that are mistakes themselves. */
export function judgeSilences(written: readonly WrittenSilence[]): {
  silences: Silence[];
  problems: SilenceProblem[];
} {
  const silences: Silence[] = [];
  const problems: SilenceProblem[] = [];
  for (const silence of written) {
    const { line, column, rule, because = '' } = silence;
    const trouble = troubleWith(silence);
    if (trouble !== undefined) problems.push({ line, column, ...trouble });
    else if (isRuleName(rule)) silences.push({ ...silence, rule, because });
  }
  return { silences, problems };
}

function troubleWith({
  rule,
  because = '',
  clause,
  forLine,
}: WrittenSilence): Omit<SilenceProblem, 'line' | 'column'> | undefined {
  if (!isRuleName(rule)) {
    const [suggestion] = nearest(rule, ruleNames);
    const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
    return {
      rule: 'unknown-rule',
      message: `There is no rule "${rule}", so nothing is allowed here.${hint}`,
      mend: 'Write the name as the message of the check gives it.',
    };
  }
  if (!rules[rule].silenceable)
    return {
      rule: 'unknown-rule',
      message: `The rule "${rule}" cannot be silenced.`,
      mend: `Mend what it found, and delete this. It is there for a reason: ${rules[rule].because}`,
    };
  if (because.length < 3)
    return {
      rule: 'silence-reason',
      message: `The rule "${rule}" is silenced without a reason.`,
      mend: 'Add "because" and the reason; a reviewer reads it.',
    };
  if (rule === 'policy' && (forLine !== undefined || clause === undefined))
    return {
      rule: 'silence-reason',
      message: 'A clause of the policy is set aside by its name, in the frontmatter.',
      mend: 'Write there: allow: [{ rule: policy, clause: the-name, because: the reason }].',
    };
  return undefined;
}

/**
 * Takes the problems of one file that its author silenced out of the others. An exception that nothing needs is advice,
 * unless it is from a rule of `idle`, which finds nothing today and may find something in the published blog.
 */
export function applySilences(
  file: string,
  problems: readonly Problem[],
  silences: readonly Silence[],
  idle: readonly RuleName[] = [],
): { problems: Problem[]; silenced: Silenced[] } {
  const used = new Set<Silence>();
  const silenced: Silenced[] = [];
  const rest = problems.filter((problem) => {
    const silence = silences.find((candidate) => covers(candidate, problem));
    if (silence === undefined) return true;
    used.add(silence);
    const { because, forLine } = silence;
    silenced.push({ ...problem, because, scope: forLine === undefined ? 'file' : 'line' });
    return false;
  });
  const unused = silences
    .filter((silence) => !used.has(silence) && !idle.includes(silence.rule))
    .map(({ line, column, rule }): Problem => ({
      ...{ file, line, column },
      rule: 'unused-silence',
      message: `The rule "${rule}" finds nothing here that had to be allowed.`,
      mend: 'Delete the exception.',
    }));
  return { problems: [...rest, ...unused], silenced: silenced.sort(compareProblems) };
}

function covers(silence: Silence, { rule, line, clause }: Problem): boolean {
  return (
    silence.rule === rule &&
    (silence.forLine === undefined || silence.forLine === line) &&
    (rule !== 'policy' || silence.clause === clause)
  );
}
