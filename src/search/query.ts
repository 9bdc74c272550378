/** A query taken apart. */
export interface Query {
  /** What is to be found in any order and by beginnings. */
  words: readonly string[];
  /** What is to be found exactly so; without its quotation marks. */
  phrases: readonly string[];
  /** What a page must not have: words and phrases. */
  without: readonly string[];
}

// A phrase or a word that is left out. Two signs or one letter make it an option, such as `--force` and `-m`.
const pattern = /(?<!\S)-"([^"]+)"|(?<!\S)-([\p{Letter}\p{Number}][^\s"]+)|"([^"]+)"|([^\s"]+)/gu;

/**
 * Takes a query apart: words, "phrases" and -without. A quotation mark that is still open is none: the phrase is being
 * typed, and its words are looked for.
 */
export function parseQuery(text: string): Query {
  const [words, phrases, without]: [string[], string[], string[]] = [[], [], []];
  for (const [, leftPhrase, leftWord, phrase, word] of text.matchAll(pattern)) {
    const left = leftPhrase ?? leftWord;
    if (left !== undefined) without.push(left.trim());
    if (phrase !== undefined && phrase.trim() !== '') phrases.push(phrase.trim());
    if (word !== undefined) words.push(word);
  }
  return { words, phrases, without };
}

/** The query as it would be typed. */
export function printQuery({ words, phrases, without }: Query): string {
  const left = without.map((one) => (/\s/u.test(one) ? `-"${one}"` : `-${one}`));
  return [...words, ...phrases.map((phrase) => `"${phrase}"`), ...left].join(' ');
}
