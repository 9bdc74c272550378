/** A page that was found, as far as it tells which words of it were. */
export interface FoundPage {
  /** All its text, with a space between any two words of the index. */
  content: string;
  weighted_locations: readonly FoundPlace[];
}

interface FoundPlace {
  location: number;
  weight: number;
  /** Less than `exactScore` times the square of the weight where only the beginning of a word was looked for. */
  balanced_score?: number;
}

const most = 24;
// What is longer is data, and a browser would look at all its signs again and again.
const longest = 80;
const exactScore = 512;
const shortWord = 3;
// C++ and C# end with signs of their own.
const signs = /[^\p{Letter}\p{Mark}\p{Number}+#]+/u;
const signsAround = /^[^\p{Letter}\p{Number}]+|[^\p{Letter}\p{Mark}\p{Number}+#]+$/gu;

// Questions are asked in whole sentences, and these words of them say nothing.
const glue = new Set(
  (
    'a about am an and are as at be been but by can could did do does for from had has have how i if in into is it ' +
    'its me my no not of on or our should so that the their them there these they this those to was we were what ' +
    'when where which who why will with would you your'
  ).split(' '),
);

/**
 * The distinct words of a page that a search really found, in the forms in which they stand there. What only came along
 * is left out when anything else was found: "the", and "took" when somebody asked how to do something.
 */
export function foundWords(page: FoundPage): string[] {
  const words = page.content.split(/\s+/u);
  const exact = new Map<string, string>();
  const beginnings = new Map<string, string>();
  for (const place of page.weighted_locations) {
    const written = words[place.location] ?? '';
    const word = written.length > longest ? '' : written.replace(signsAround, '');
    const key = word.toLowerCase();
    const forms = isExact(place) ? exact : beginnings;
    if (word !== '' && !forms.has(key)) forms.set(key, word);
  }
  const shortOnes = [...exact.keys()].filter(({ length }) => length <= shortWord);
  for (const [key, word] of beginnings)
    if (!exact.has(key) && !shortOnes.some((short) => key.startsWith(short))) exact.set(key, word);
  const whole = [...exact].filter(([key]) => !isMadeOf(key, exact)).map(([, word]) => word);
  const telling = whole.filter((word) => !glue.has(word.toLowerCase()));
  return (telling.length > 0 ? telling : whole).slice(0, most);
}

function isExact({ weight, balanced_score: score }: FoundPlace): boolean {
  return score === undefined || score >= exactScore * weight * weight * 0.99;
}

/** Whether a word such as `names.py` holds a word that was found by itself. */
function isMadeOf(word: string, found: ReadonlyMap<string, string>): boolean {
  const parts = word.split(signs);
  return parts.length > 1 && parts.some((part) => found.has(part));
}
