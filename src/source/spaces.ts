import type { Problem } from '../model/problem.ts';

const fence = /^ {0,3}(`{3,}|~{3,})/u;

/** Spaces that mean nothing at the ends of lines, and a missing line break at the end. Code and line breaks in Markdown stay. */
export function spaceProblems(text: string): Omit<Problem, 'file'>[] {
  const problems: Omit<Problem, 'file'>[] = [];
  if (/[ \t]\r?$/mu.test(text)) problems.push(...trailingSpaces(text.split('\n')));
  if (text !== '' && !text.endsWith('\n')) {
    const lines = text.split('\n');
    const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    problems.push({
      ...end,
      rule: 'final-newline',
      message: 'The file does not end with a line break.',
      mend: 'Press Enter at the end of the last line.',
      fix: { kind: 'replace', start: end, end, text: text.includes('\r\n') ? '\r\n' : '\n' },
    });
  }
  return problems;
}

function trailingSpaces(lines: readonly string[]): Omit<Problem, 'file'>[] {
  let open: string | undefined;
  return lines.flatMap((written, index): Omit<Problem, 'file'>[] => {
    const line = written.replace(/\r$/u, '');
    const ticks = fence.exec(line)?.[1];
    if (open !== undefined && ticks?.startsWith(open) === true) open = undefined;
    else if (open === undefined && ticks !== undefined) open = ticks;
    else if (open !== undefined) return [];
    const kept = line.trimEnd();
    if (kept === line || isLineBreak(line, kept, lines[index + 1])) return [];
    const start = { line: index + 1, column: kept.length + 1 };
    return [
      {
        ...start,
        rule: 'trailing-space',
        message: 'This line ends with spaces that mean nothing.',
        mend: 'Delete them.',
        fix: { kind: 'replace', start, end: { ...start, column: line.length + 1 }, text: '' },
      },
    ];
  });
}

/** Two spaces before another line of the same paragraph are a line break. */
function isLineBreak(line: string, kept: string, next: string | undefined): boolean {
  return kept !== '' && line.endsWith('  ') && next !== undefined && next.trim() !== '';
}
