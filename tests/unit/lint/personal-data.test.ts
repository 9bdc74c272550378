import { describe, expect, it } from 'vitest';
import { personalDataIn } from '../../../src/lint/personal-data.ts';
import { printed } from './helpers.ts';

// None of these is anybody's: the numbers of accounts and cards are the examples of their standards, with another digit.
const found: [kind: string, text: string][] = [
  ['telephone number', 'Ring +44 20 7183 8750 before noon.'],
  ['telephone number', 'Ring (+351) 226 057 899.'],
  ['telephone number', 'Ring 0049 30 901 820 or write.'],
  ['telephone number', 'Her mobile is 07911 824 356.'],
  ['telephone number', 'Call (902) 426-9871 in Halifax.'],
  ['telephone number', 'Call 902-426-9871.'],
  ['telephone number', 'Le bureau est au 01 42 68 53 07.'],
  ['private e-mail address', 'Write to ines.c1984@gmail.com, please.'],
  ['private e-mail address', 'mailto:j.krol@wp.pl'],
  ['bank account', 'Pay to GB29 NWBK 6016 1331 9268 19 by Friday.'],
  ['bank account', 'IBAN DE89370400440532013000.'],
  ['payment card', 'The card 4539 1488 0343 6467 was refused.'],
  ['National Insurance', 'My NI number is AB 12 34 56 C.'],
  ['Social Security', 'Social Security number: 219-09-9999'],
  ['Portuguese tax number', 'O NIF é 501 964 843.'],
  ['Spanish identity number', 'DNI 12345678Z'],
  ['Polish identity number', 'PESEL: 44051401359'],
];

const harmless = [
  '2026-03-12, 12.03.2026, 12/03/2026 10:15 and 2026-03-12T10:15:00Z',
  'Version 1.24.10 of 0.35.5, build 20260312.1, 10.0.0.1 and 192.168.100.200',
  'Order 4500123456, part 0012-3456-789, serial 2024-000187, ticket #1234567890',
  'Readings 0.03 0.12 0.45, 1013.25 hPa, 100 000 000 and 1 234 567 890 litres',
  'Ring extension 4410, or 999.',
  'For an example, +44 1632 960 123, 020 7946 0018, 07700 900123 and (902) 555-0142.',
  'https://elsewhere.example/02071838750/+442071838750?tel=02071838750',
  'ruth.mackenzie@kestrelquay.example, you@gmail.com, first.last@outlook.com and someone@yahoo.co.uk',
  'GB29 NWBK 6016 1331 9268 18 has a wrong check digit.',
  'Cards for trying out: 4242 4242 4242 4242 and 4111-1111-1111-1111.',
  'The number 4539 1488 0343 6468 has a wrong check digit; 1234567812345670 is no card.',
  'The part AB123456C and the batch 219-09-9999 are in stock, and 501 964 843 are not.',
  'sha 9f86d081884c7d659a2feaa0c55ad015 uuid 123e4567-e89b-12d3-a456-426614174000',
  'From 09:00 to 16:30 (08-12 and 13-17), 3 x 450 mm, 52.5200 N 13.4050 E',
  '| 0  12  00450  0034 |\n| 2019 2020 2021 2022 |',
];

describe('personal data', () => {
  it.each(found)('is a %s in: %s', (kind, text) => {
    const findings = personalDataIn(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain(kind);
  });

  it.each(harmless)('is not in: %s', (text) => {
    expect(printed(personalDataIn(text))).toBe('');
  });

  it('is not repeated by the message', () => {
    expect(printed(personalDataIn('Some words.\nWrite to ines.c1984@gmail.com.'))).toMatchInlineSnapshot(`
      "2:10  personal-data
        This looks like a private e-mail address. Everybody who can read the blog could copy it.
        Use the address at work, or none."
    `);
    for (const [, text] of found)
      for (const digits of text.match(/\d{3,}/gu) ?? [])
        expect(printed(personalDataIn(text))).not.toContain(digits);
  });
});
