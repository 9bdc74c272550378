import { textLimits } from '../../../src/source/guard.ts';
import { post, type Files } from '../../support/content.ts';

/** A file that somebody could put into a blog to keep its machines busy. */
export interface Pathological {
  name: string;
  /** What is put into the content folder beside the smallest blog; the first file is the one in question. */
  files: () => Files;
}

/** So much of a post is left for its body by the limits of the guard, with the frontmatter taken off. */
const most = {
  bytes: textLimits.bytes - 500,
  lines: textLimits.lines - 20,
  line: textLimits.lineLength - 10,
};

export function repeated(text: string, times: number): string {
  return text.repeat(times);
}

/** A line of so many bytes as a line may have, made of the same signs again and again. */
export function longLine(sign: string): string {
  return sign.repeat(Math.floor(most.line / Buffer.byteLength(sign)));
}

/** As many lines as a text may have, or as many as fit. */
export function manyLines(line: string | ((index: number) => string), from = 0): string {
  const lines: string[] = [];
  let bytes = from;
  for (let index = 0; lines.length < most.lines; index += 1) {
    const text = typeof line === 'string' ? line : line(index);
    bytes += Buffer.byteLength(text) + 1;
    if (bytes > most.bytes) break;
    lines.push(...text.split('\n'));
  }
  return `${lines.join('\n')}\n`;
}

/** As many of the longest lines as fit, in one paragraph or in one each. */
export function longLines(sign: string, between = '\n'): string {
  const line = longLine(sign);
  return `${Array.from({ length: Math.floor(most.bytes / (line.length + 2)) }, () => line).join(between)}\n`;
}

/** A body that a post may hold as far as the guard is concerned, and a little of another one. */
export function body(name: string, text: () => string): Pathological {
  return { name, files: () => ({ 'posts/bad.md': post({}, text()) }) };
}

export function mdx(name: string, text: () => string): Pathological {
  return { name, files: () => ({ 'posts/bad.mdx': post({}, text()) }) };
}

export function file(name: string, path: string, content: () => string | Uint8Array): Pathological {
  return { name, files: () => ({ [path]: content() }) };
}
