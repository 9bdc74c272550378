/** Whether a text is a well-formed BCP 47 tag, such as `pt-PT`. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export const languageMessage = 'This is not a language tag such as en-GB or pt-PT.';
