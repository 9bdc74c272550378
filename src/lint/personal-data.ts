import { placesIn } from '../model/places.ts';
import type { Finding } from './finding.ts';
import { identityNumbers, isCard, isIban, isTelephone } from './personal-numbers.ts';

interface Kind {
  pattern: RegExp;
  /** Whether it is one, by itself and by the words before it. */
  is: (found: string, before: string) => boolean;
  name: string;
  mend: string;
}

const askFirst = 'Take it out, and say where colleagues find it, such as the directory.';

const hosts =
  'gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|proton|protonmail|pm|tutanota|fastmail|zoho|mail|yandex|qq|163|126|naver|sapo|libero|orange|free|wanadoo|laposte|btinternet|virginmedia|sky|wp|o2|onet|interia|seznam|comcast|verizon|att';
const endings = 'com|net|de|fr|it|es|pt|pl|cz|ru|ie|ca|at|ch|me|co\\.uk|co\\.jp|com\\.br|com\\.au';

// A pattern looks ahead for a rare sign before it looks behind, so that a text is gone through quickly.
const kinds: readonly Kind[] = [
  {
    pattern: new RegExp(
      `(?<=(?<![\\w.+-])([\\w.+-]{1,64}))@(?:${hosts})\\.(?:${endings})(?![\\w-]|\\.\\w)`,
      'giu',
    ),
    is: (_found, before) =>
      !/(?:^|[^\w.+-])(?:you|your|name|first|someone|somebody|user|example|me|jane\.doe|john\.doe)[\w.-]*$/iu.test(
        before,
      ),
    name: 'a private e-mail address',
    mend: 'Use the address at work, or none.',
  },
  {
    pattern:
      /(?=[A-Z]{2}\d{2})(?<![\p{Letter}\p{Number}])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\p{Letter}\p{Number}])/gu,
    is: isIban,
    name: 'the number of a bank account (IBAN)',
    mend: askFirst,
  },
  {
    pattern:
      /(?=\d(?:[ -]?\d){12})(?<![\p{Letter}\p{Number}=/_.,:#+-])\d(?:[ -]?\d){12,18}(?![\p{Letter}\p{Number}_/-]|[.,:]\d)/gu,
    is: isCard,
    name: 'the number of a payment card',
    mend: 'Take it out. If it is a real one, tell its owner, who may want a new card.',
  },
  {
    pattern:
      /(?=[+(\d])(?<![\p{Letter}\p{Number}=/_.,:#(+-])(?:(?:\+|00[1-9])\d|\(\+?\d|0\d|[2-9]\d{2}(?=[-.]\d{3}[-.]\d{4}))[\d ()./-]{5,22}\d(?![\p{Letter}\p{Number}_/=:-]|[.,]\d)/gu,
    is: isTelephone,
    name: 'a telephone number',
    mend: askFirst,
  },
  ...identityNumbers.map(({ pattern, beside, is, name }) => ({
    pattern,
    is: (found: string, before: string) => beside.test(before) && is(found),
    name,
    mend: askFirst,
  })),
];

/** What looks like personal data in the text of a file as it is written, code and logs included. */
export function personalDataIn(text: string): Finding[] {
  const taken = new Set<number>();
  const placeOf = placesIn(text);
  return kinds.flatMap(({ pattern, is, name, mend }) =>
    [...text.matchAll(pattern)].flatMap((match): Finding[] => {
      const [found, ahead = ''] = match;
      const index = match.index - ahead.length;
      if (taken.has(index) || !is(found, text.slice(Math.max(0, match.index - 80), match.index))) return [];
      taken.add(index);
      return [
        {
          ...placeOf(index),
          rule: 'personal-data',
          // The reports of a check are copied and kept, so they do not repeat it.
          message: `This looks like ${name}. Everybody who can read the blog could copy it.`,
          mend,
        },
      ];
    }),
  );
}
