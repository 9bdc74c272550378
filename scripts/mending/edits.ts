import type { Fix, Place } from '../../src/model/problem.ts';

export type Edit = Extract<Fix, { kind: 'replace' }>;

/** A text with edits made. Of edits that overlap, the first one counts; how many were made is told as well. */
export function edited(text: string, edits: readonly Edit[]): { text: string; made: Edit[] } {
  const starts = lineStarts(text);
  const offsetOf = ({ line, column }: Place) =>
    Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
  const sorted = edits
    .map((edit) => ({ edit, from: offsetOf(edit.start), to: offsetOf(edit.end) }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const made: Edit[] = [];
  let [result, done] = ['', 0];
  let last = -1;
  for (const { edit, from, to } of sorted) {
    if (from < done || from === last) continue;
    result += text.slice(done, from) + edit.text;
    [done, last] = [to, from];
    made.push(edit);
  }
  return { text: result + text.slice(done), made };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
