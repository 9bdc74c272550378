import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Chunks } from './chunk.ts';
import { keyOf, keysOf } from './keys.ts';

/** A phrase to think about again, at an offset of a text. */
export interface Doubtful {
  at: number;
  written: string;
  instead: readonly string[];
  note: string;
}

/** Phrases of the package's list that hurt nobody here. */
const harmless: ReadonlySet<string> = new Set(
  [
    // In the blog of a company they mean a colleague, who is known.
    "he she him her his hers himself herself he'd she'd he'll she'll he's she's mrs. miss.",
    'man men woman women boy boys girl girls lad guy gentleman gentlemen lady ladies fellow',
    // Relatives have a sex, and people write about their own.
    'mother mothers father fathers mom moms mum mums dad dads sister sisters brother brothers son sons daughter',
    'daughters aunt aunts uncle uncles niece nieces nephew nephews wife wives husband husbands grandmother grandfather',
    'grandmothers grandfathers granddaughter grandson granddaughters grandsons mama papa bride groom widow widows',
    'girlfriend boyfriend girlfriends boyfriends maternity paternity maternal paternal',
    // They talk the reader down at worst, which is a matter of style.
    'just easy easily simple simply obvious obviously basically clearly straightforward straightforwardly',
    'of_course everyone_knows',
    // Work, machines and stories use them of things.
    'host hosts invalid disabled master masters masterpiece masterful barren binge dummy special primitive average',
    'pop hero heroes spade lord lords king kings queen queens prince princes princess princesses hang hanged depressed',
    'fellowship challenged actor actors steward stewards',
  ]
    .flatMap((line) => line.split(' '))
    .map((phrase) => phrase.replaceAll('_', ' ')),
);

/** The package asks for each of its phrases whether it is ignored, and says in no other way which ones it has. */
class Asked extends Array<string> {
  readonly phrases: string[] = [];

  override includes(phrase: string): boolean {
    if (!harmless.has(phrase)) this.phrases.push(phrase);
    return harmless.has(phrase);
  }
}

const asked = new Asked();
const english = unified().use(retextEnglish).use(retextEquality, { ignore: asked }).freeze();
/** Every phrase that is looked for. A plugin is set up when its processor is frozen, and that is when the package asks. */
export const phrases: readonly string[] = asked.phrases;

/** What follows the first word of a phrase; a star stands for any word. */
const byFirstWord = new Map<string, (readonly string[])[]>();
for (const phrase of phrases) {
  const [first = '', ...rest] = phrase.split(' ').map((word) => (word === '*' ? word : keyOf(word)));
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), rest]);
}

/** Whether a word by its key starts a phrase of the list. */
export function mayBegin(key: string): boolean {
  return byFirstWord.has(key);
}

/**
 * Whether a text, whose chunks are given, may hold a phrase of the list. The package takes fifteen milliseconds for a
 * post, so it is asked only where the words of a phrase stand; it never finds anything elsewhere.
 */
export function mayBeDoubtful(text: string, { count, starts, ends, notable }: Chunks): boolean {
  const keysAt = (index: number) => keysOf(text.slice(starts[index], ends[index]));
  const holds = (index: number, word: string) =>
    index < count && (word === '*' || keysAt(index).includes(word));
  const begins = (index: number, key: string) =>
    byFirstWord.get(key)?.some((rest) => rest.every((word, next) => holds(index + next + 1, word))) === true;
  return notable.some(({ index, mayBegin: may }) => may && keysAt(index).some((key) => begins(index, key)));
}

/** The phrases of a text that may hurt or exclude a reader. */
export function doubtfulPhrases(text: string): Doubtful[] {
  const file = new VFile(text);
  english.runSync(english.parse(file), file);
  return file.messages.flatMap(({ place, actual: written = '', expected: instead = [], note = '' }) => {
    // The package reads "guy's" as "guys".
    if (harmless.has(written.toLowerCase().replace(/['’]s$/u, ''))) return [];
    const start = place !== undefined && 'start' in place ? place.start : place;
    return {
      at: start?.offset ?? 0,
      written,
      instead,
      note: note.replace(/\s*\(?source: .*$/iu, '').trim(),
    };
  });
}
