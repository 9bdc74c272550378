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

/** The direction in which a language is written; nothing is said about no language. */
export function directionOf(language: string | undefined): 'ltr' | 'rtl' | undefined {
  if (language === undefined) return undefined;
  return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
}
