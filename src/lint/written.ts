import { decodeString } from 'micromark-util-decode-string';

const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z\d]{1,31});/uy;
const punctuation = /[!-/:-@[-`{-~]/u;
const prefix = /[ \t>]/u;

/** How far a value was followed: `from` is an offset in the source, `to` the one of the same sign in the value. */
export interface Reached {
  from: number;
  to: number;
}

/**
 * Where the sign at `offset` of a value was written in the source of its node, followed from a place known before. A
 * value is its source without backslashes, character references, and the spaces and `>` that a quotation or a list puts
 * before each line.
 */
export function writtenAt(source: string, value: string, offset: number, { from, to }: Reached): Reached {
  while (to < offset) {
    const [read, made] = step(source, from, value, to);
    from += read;
    to += made;
  }
  return { from, to };
}

/** How many signs of the source the next sign of the value takes, and how many signs of the value they make. */
function step(source: string, from: number, value: string, to: number): [read: number, made: number] {
  const wanted = value[to];
  if (wanted === '\n') {
    let next = source.indexOf('\n', from) + 1;
    if (next === 0) return [1, 1];
    while (source[next] !== value[to + 1] && prefix.test(source[next] ?? '')) next += 1;
    return [next - from, 1];
  }
  if (source[from] === '\\' && source[from + 1] === wanted && punctuation.test(wanted ?? '')) return [2, 1];
  if (source[from] === '&') {
    reference.lastIndex = from;
    const written = reference.exec(source)?.[0] ?? '';
    const decoded = decodeString(written);
    if (decoded !== written && value.startsWith(decoded, to)) return [written.length, decoded.length];
  }
  return [1, 1];
}
