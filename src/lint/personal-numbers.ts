const digitsOf = (text: string) => text.replace(/\D/gu, '');

/** ISO 13616: the letters as numbers, the first four signs last, and 1 left over after division by 97. */
export function isIban(found: string): boolean {
  const plain = found.replaceAll(' ', '');
  if (plain.length < 15 || plain.length > 34) return false;
  const numbers = `${plain.slice(4)}${plain.slice(0, 4)}`.replace(/[A-Z]/gu, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return remainder(numbers, 97) === 1;
}

function remainder(digits: string, divisor: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % divisor;
  return rest;
}

// By the first digits: Visa, Mastercard, American Express, Diners, Discover, JCB, UnionPay, Maestro.
const issuers =
  /^(?:4(?:\d{12}|\d{15})|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3[068]\d{12}|6(?:011|5\d\d|4[4-9]\d|2\d\d)\d{12}|35\d{14})$/u;
// What payment companies publish for trying things out.
const tryouts =
  /^(?:4242|4000000|4111111|4012888|5555555|5105105|5200828|3782822|3714496|6011111|6011000|3056930|3530111)/u;

/** Luhn's check digit, and a length and a start that cards have. */
export function isCard(found: string): boolean {
  const digits = digitsOf(found);
  if (!issuers.test(digits) || tryouts.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const value = Number(digits.at(-1 - index)) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

// Numbers that British and American authorities keep free for films and books.
const fictionalBritish =
  /^(?:1632960|1(?:1[3-8]|[2-6]1)4960|2079460|1914980|2890180|2920180|7700900|8081570|9098790|3069990)/u;
const fictionalAmerican = /^1?\d{3}55501\d\d$/u;

/**
 * International numbers start with + or 00. National ones are believed only in groups, as people write them: with a
 * zero before the area, or as Americans do.
 */
export function isTelephone(found: string): boolean {
  const digits = digitsOf(found);
  if (isMadeUp(digits) || isDate(found)) return false;
  if (found.startsWith('+') || found.startsWith('(+')) return digits.length >= 9 && digits.length <= 15;
  const groups = found.split(/[^\d]+/u).filter((group) => group !== '');
  if (found.startsWith('00')) return groups.length >= 3 && digits.length >= 11 && digits.length <= 17;
  if (/^\(?0\d/u.test(found)) return isEuropean(groups, digits);
  return /^\(?[2-9]\d{2}\)?[ .-]?[2-9]\d{2}[ .-]\d{4}$/u.test(found);
}

function isEuropean(groups: readonly string[], digits: string): boolean {
  if (digits.length < 9 || digits.length > 12 || groups.length < 2) return false;
  const [area = '', ...rest] = groups;
  return area.length >= 2 && area.length <= 5 && rest.every(({ length }) => length >= 2 && length <= 8);
}

function isMadeUp(digits: string): boolean {
  return (
    fictionalBritish.test(digits.replace(/^(?:00)?44\(?0?|^0/u, '')) ||
    fictionalAmerican.test(digits) ||
    /12345|(\d)\1{5}/u.test(digits)
  );
}

function isDate(found: string): boolean {
  return /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}/u.test(found);
}

interface IdentityNumber {
  name: string;
  pattern: RegExp;
  /** Without such a word beside it, it may be an order, a part or a measurement. */
  beside: RegExp;
  is: (found: string) => boolean;
}

const alone = (pattern: string) =>
  new RegExp(`(?=${pattern})(?<![\\p{Letter}\\p{Number}])${pattern}(?![\\p{Letter}\\p{Number}])`, 'gu');

export const identityNumbers: readonly IdentityNumber[] = [
  {
    name: 'a British National Insurance number',
    pattern: alone('[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]'),
    beside: /national insurance|\bNI(?:NO)?\b/iu,
    is: (found) => !/^(?:BG|GB|NK|KN|TN|NT|ZZ)/u.test(found),
  },
  {
    name: 'an American Social Security number',
    pattern: alone('\\d{3}-\\d{2}-\\d{4}'),
    beside: /social security|\bSSN\b/iu,
    is: (found) => !/^(?:000|666|9)|-00-|-0000$/u.test(found),
  },
  {
    name: 'a Portuguese tax number (NIF)',
    pattern: alone('[1-9]\\d{2} ?\\d{3} ?\\d{3}'),
    beside: /\bNIF\b|contribuinte/iu,
    is: (found) => {
      const digits = digitsOf(found);
      const sum = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]);
      const check = 11 - (sum % 11);
      return Number(digits[8]) === (check > 9 ? 0 : check);
    },
  },
  {
    name: 'a Spanish identity number (DNI)',
    pattern: alone('\\d{8}-?[A-Z]'),
    beside: /\b(?:DNI|NIF)\b/iu,
    is: (found) => 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digitsOf(found)) % 23] === found.at(-1),
  },
  {
    name: 'a Polish identity number (PESEL)',
    pattern: alone('\\d{11}'),
    beside: /\bPESEL\b/iu,
    is: (found) => weighted(found, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
  },
];

/** The sum of digits, each times its weight. */
function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}
