import { hiddenCharacters, insteadOfTurning } from '../model/hidden-characters.ts';
import type { Problem } from '../model/problem.ts';
import { fileStart, type Position } from './position.ts';

/** What the guard holds against a file, without the name of the file. */
export type GuardProblem = Omit<Problem, 'file'>;

/** How much text a kind of file may hold. */
export interface Limits {
  bytes: number;
  lines: number;
  lineLength: number;
  /** How to get below them. */
  mends: { size: string; line: string };
}

const ofProse = {
  size: 'Divide it into several posts, or put the long part beside the post as a document.',
  line: 'Break it into lines, or put the data beside the post as a document.',
};

/** A post of this size has 30,000 words. */
export const textLimits: Limits = { bytes: 200_000, lines: 5_000, lineLength: 20_000, mends: ofProse };

/**
 * Snapshots are made by a command and parsed as JSON, which has nothing against long lines: a comment is one, as HTML too.
 * Their bodies are judged one by one.
 */
export const threadLimits: Limits = {
  ...{ bytes: 50_000_000, lines: 1_000_000, lineLength: 50_000_000 },
  mends: {
    size: 'Delete this copy, close the discussion on the forge, and go on in another one.',
    line: 'Copy the thread again.',
  },
};

/** A company may have tens of thousands of words of its own. */
export const wordListLimits: Limits = {
  ...{ bytes: 2_000_000, lines: 200_000, lineLength: 200 },
  mends: { size: 'Take out the words that every dictionary has.', line: 'Write one word a line.' },
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a file, judged before any parser sees it: its size, its encoding, its lines and what cannot be seen in
 * it. A byte order mark is taken off. With any problem the text must not be parsed.
 */
export function guardText(
  bytes: Uint8Array,
  limits: Limits = textLimits,
): { text: string; problems: GuardProblem[] } {
  if (bytes.length > limits.bytes) return { text: '', problems: [tooLarge(bytes.length, limits)] };
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { text: '', problems: [badEncoding(bytes)] };
  }
  return { text, problems: [...lineProblems(text, limits), ...hiddenProblems(text)] };
}

function tooLarge(size: number, { bytes, mends }: Limits): GuardProblem {
  const kilobytes = (amount: number) => `${Math.ceil(amount / 1000).toLocaleString('en-GB')} kB`;
  return {
    ...fileStart,
    rule: 'too-large',
    message: `This file has ${kilobytes(size)}, and a text may have ${kilobytes(bytes)}.`,
    mend: mends.size,
  };
}

function badEncoding(bytes: Uint8Array): GuardProblem {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return {
    ...placeOfBadByte(bytes),
    rule: 'bad-encoding',
    message: wide
      ? 'This file is written in UTF-16.'
      : 'This file is not UTF-8: here is a byte that UTF-8 does not have.',
    mend: 'Save it again with the encoding UTF-8; editors offer that under "Save as".',
  };
}

function placeOfBadByte(bytes: Uint8Array): Position {
  // A replacement character that is really in the file has three bytes of its own, and counts on.
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const real = '\uFFFD';
  let [offset, from] = [0, 0];
  for (let index = lenient.indexOf(real); index !== -1; index = lenient.indexOf(real, from)) {
    offset += Buffer.byteLength(lenient.slice(from, index));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd)
      return positionAt(lenient, index);
    offset += 3;
    from = index + 1;
  }
  return fileStart;
}

function lineProblems(text: string, limits: Limits): GuardProblem[] {
  const problems: GuardProblem[] = [];
  let [line, start] = [1, 0];
  for (let end = text.indexOf('\n'); start <= text.length; end = text.indexOf('\n', start)) {
    const stop = end === -1 ? text.length : end;
    if (stop - start > limits.lineLength)
      problems.push({
        line,
        column: limits.lineLength + 1,
        rule: 'long-line',
        message: `This line has ${(stop - start).toLocaleString('en-GB')} characters, and a line may have ${limits.lineLength.toLocaleString('en-GB')}.`,
        mend: limits.mends.line,
      });
    start = stop + 1;
    line += 1;
  }
  const lines = text.endsWith('\n') ? line - 2 : line - 1;
  if (lines > limits.lines)
    problems.push({
      line: limits.lines + 1,
      column: 1,
      rule: 'too-large',
      message: `This file has ${lines.toLocaleString('en-GB')} lines, and a text may have ${limits.lines.toLocaleString('en-GB')}.`,
      mend: limits.mends.size,
    });
  return problems;
}

const mends: Record<number, string> = {
  0x0d: 'Save the file with line endings of today: LF, or CR and LF together.',
  0x00: 'Delete it; perhaps this is no text file at all.',
};

function hiddenProblems(text: string): GuardProblem[] {
  return hiddenCharacters(text).map(({ index, code, rule, words }) => ({
    ...positionAt(text, index),
    rule,
    message: `Here stands ${words}.`,
    mend:
      rule === 'bidirectional-character'
        ? `Delete it. ${insteadOfTurning}`
        : (mends[code] ?? 'Delete it and the space around it, and type the words again.'),
  }));
}

function positionAt(text: string, index: number): Position {
  const before = text.slice(0, index);
  const line = before.split('\n').length;
  return { line, column: index - before.lastIndexOf('\n') };
}
