/** Whether a text is a well-formed BCP 47 tag, such as `pt-PT`. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export const languageMessage = 'This is not a language tag such as en-GB or pt-PT.';

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

type Direction = 'ltr' | 'rtl';

// Every page asks for the same few, and an answer of `Intl` takes a thirtieth of what a page takes.
const directions = new Map<string, Direction>();

/** The direction in which a language is written; nothing is said about no language. */
export function directionOf(language: string | undefined): Direction | undefined {
  if (language === undefined) return undefined;
  const direction = directions.get(language) ?? scriptDirection(language);
  directions.set(language, direction);
  return direction;
}

function scriptDirection(language: string): Direction {
  return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
}
