// English and its neighbours. What else ends a sentence somewhere in the world is left to the engine.
const ordinary = /^[\n -~\u00A0\u00C0-\u017F‘’“”–—…€£〇]*$/u;
const terminators = '.?!';
const closing = '()[]{}"\'‘’“”';
const spaces = ' \u00A0';
const goingOn = ',-:–—';

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The offsets at which the sentences of a text end, with the spaces behind them: by the default rules of Unicode
 * (UAX #29, section 5). The engine's segmenter knows all of them, and takes as long as everything else that is asked of
 * the words of a text.
 */
export function sentenceEnds(text: string, language: string): number[] {
  if (!ordinary.test(text)) return endsOfSegments(text, language);
  const ends: number[] = [];
  for (let index = 0; index < text.length - 1; index += 1) {
    const sign = text.charAt(index);
    if (sign === '\n') ends.push(index + 1);
    if (!terminators.includes(sign)) continue;
    const next = past(text, past(text, index + 1, closing), spaces);
    if (next < text.length && text[next] !== '\n' && isEnd(text, index, next)) ends.push(next);
  }
  if (text !== '') ends.push(text.length);
  return ends;
}

/** Whether a sentence ends with a terminator, and another one begins at `next`. */
function isEnd(text: string, at: number, next: number): boolean {
  const following = text.charAt(next);
  if (terminators.includes(following) || goingOn.includes(following)) return false;
  // Only a full stop may stand in a number, a name or behind an abbreviation.
  if (text[at] !== '.') return true;
  if (isDigit(text.charAt(at + 1))) return false;
  const before = text.charAt(at - 1);
  if ((isUpper(before) || isLower(before)) && isUpper(text.charAt(at + 1))) return false;
  let first = next;
  while (first < text.length && !stopsLooking(text.charAt(first))) first += 1;
  return !isLower(text.charAt(first));
}

/** The first offset from which on no sign is one of these. */
function past(text: string, from: number, signs: string): number {
  let at = from;
  while (at < text.length && signs.includes(text.charAt(at))) at += 1;
  return at;
}

function stopsLooking(sign: string): boolean {
  return isLetter(sign) || sign === '〇' || sign === '\n' || terminators.includes(sign);
}

const isDigit = (sign: string) => /^\d$/u.test(sign);
const isUpper = (sign: string) => /^\p{Uppercase}$/u.test(sign);
const isLower = (sign: string) => /^\p{Lowercase}$/u.test(sign);
const isLetter = (sign: string) => /^\p{Alphabetic}$/u.test(sign);

function endsOfSegments(text: string, language: string): number[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length);
}
