import { describe, expect, it } from 'vitest';
import { wordFindings } from './helpers.ts';

describe('spelling', () => {
  it('shows a word once, at its first place, with what may have been meant', () => {
    expect(wordFindings('We recieve a *lettre* from Zzyzx.\n\nThey recieve it too.')).toMatchInlineSnapshot(`
      "1:4  spelling
        No dictionary has the word "recieve". Did you mean "receive" or "relieve"?
        Correct it. If it is right, add a line "recieve" to content/words.txt.
      1:15  spelling
        No dictionary has the word "lettre". Did you mean "letter"?
        Correct it. If it is right, add a line "lettre" to content/words.txt.
      1:28  spelling
        No dictionary has the word "Zzyzx".
        Correct it. If it is right, add a line "Zzyzx" to content/words.txt."
    `);
  });

  it.each([
    'The colour of the color; organise and organize.',
    'A well-known log-in for self-hosted JavaScript, Kubernetes and GitHub.',
    'Its author’s notes and the authors’ notes; don’t, we’ll, they’ve.',
    'The KQIS and three KQISs, OAuth2 and x86_64, camelCase and getUserByName.',
    'See https://elsewhere.example/ablk, ablk.example, a@ablk.example, @ablkd, #ablkd, src/ablk/cdef.ts or C:\\ablkd.',
    'On Monday in Porto, a café, naïve. I, we, et al.',
    'She was "delighted" (really): colour/color. And—so on…',
    '1st, 22nd, 3rd, 90s, 5 km.',
  ])('is right in: %s', (source) => {
    expect(wordFindings(source)).toBe('');
  });

  it('takes the words of the project, their plurals, their possessives and their parts', () => {
    const words = ['ternctl', 'Inês', 'byline', 'plimsy', 'Kestrel Quayx'];
    const source = 'Ternctl and ternctl’s logs, Inês’s bylines, plimsies, Quayx.';
    expect(wordFindings(source, { words })).toBe('');
    expect(wordFindings('inês', { words })).toContain('"inês"');
  });

  it('is judged in English only', () => {
    expect(wordFindings('Ihre Übersicht der Einarbeitung.', { language: 'de' })).toBe('');
    expect(wordFindings('Ihre Einarbeitung.', { language: 'en-US' })).not.toBe('');
  });

  it('looks for suggestions for ten words of a file only', () => {
    const source = Array.from({ length: 12 }, (_, index) => `lettre${'abcdefghijkl'.charAt(index)}`).join(
      ' recieve',
    );
    const report = wordFindings(`${source} recieve`);
    expect(report.match(/No dictionary/gu)?.length).toBeGreaterThan(10);
    expect(report).not.toContain('"receive"');
  });
});

it('stops after a thousand words, and says what may be the matter', () => {
  const word = (index: number) =>
    `zq${'abcdefghij'.charAt(index % 10)}${String(index).replace(/\d/gu, (digit) => 'abcdefghij'.charAt(Number(digit)))}q`;
  const text = (count: number) => Array.from({ length: count }, (_, index) => word(index)).join(' ');
  const lines = (count: number) => wordFindings(text(count)).match(/^\d+:\d+ {2}spelling\n.*/gmu) ?? [];
  expect(lines(1_000)).toHaveLength(1_000);
  expect(lines(1_000).at(-1)).toContain('No dictionary has the word');
  expect(lines(3_000)).toHaveLength(1_001);
  expect(lines(3_000).at(-1)).toContain('From here on, words that no dictionary has are not listed');
});

const clause = 'we went to the pump and looked at the dial';

describe('a long sentence', () => {
  it('is more than forty words without a stop', () => {
    const source = `Short one. First ${[clause, clause, clause, clause].join(', *then* ')}. Short again.`;
    expect(wordFindings(source)).toMatchInlineSnapshot(`
      "1:12  long-sentence
        This sentence runs for 44 words without a stop; after 40, readers lose the thread.
        Make two of it, or a list. The place to cut is usually an "and" or a "which"."
    `);
  });

  it.each([
    ['has forty words', `So ${[clause, clause, clause].join(' and ')}, at ten of the clock.`],
    ['has semicolons', `So ${[clause, clause, clause, clause, clause].join('; ')}.`],
    [
      'is in two halves after a code word',
      `${clause} and ${clause} in \`a.ts\`. \`b.ts\` ${clause} and ${clause}.`,
    ],
    ['is a list', [clause, clause, clause, clause, clause].map((item) => `- ${item}`).join('\n')],
  ])('is not found where it %s', (_what, source) => {
    expect(wordFindings(source)).toBe('');
  });

  it('is found in any language', () => {
    expect(wordFindings(`${'und so '.repeat(30)}.`, { language: 'de' })).toContain('60 words');
  });
});

describe('the reading level', () => {
  const hard =
    'Organisational prerequisites necessitate interdisciplinary methodological considerations regarding institutional accountability. ';

  it('is remarked once, at the hardest sentence', () => {
    expect(wordFindings(`${hard.repeat(20)}Approximately ${hard.toLowerCase()}`)).toMatchInlineSnapshot(`
      "1:2581  reading-level
        The text is as hard to read as a scientific paper: its reading ease (Flesch) is -235, and plain English has 60 or more.
        Write shorter sentences and shorter words. This one is the hardest; begin with it."
    `);
  });

  it('is not measured in a few words', () => {
    expect(wordFindings(hard.repeat(3))).toBe('');
  });

  it('lets plain words pass', () => {
    expect(wordFindings(`So ${clause}. `.repeat(40))).toBe('');
  });
});

it('does not hang on what nobody would write', () => {
  const start = process.cpuUsage();
  wordFindings(['x'.repeat(20_000), 'guys '.repeat(40_000), 'zqx’'.repeat(5_000)].join('\n\n'));
  // Half a second on a quiet machine; without bounds it takes ten times as long.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(5_000);
}, 30_000);

describe('inclusive language', () => {
  it('says why, and what to write instead', () => {
    expect(
      wordFindings(
        'You *guys* keep a whitelist.\n\nThe chairman is insane, and the  man-made\nlake is for mankind.',
      ),
    ).toMatchInlineSnapshot(`
      "1:6  inclusive-language
        "guys" may hurt or exclude a reader.
        Perhaps "people", "persons" or "folks" says what is meant.
      1:19  inclusive-language
        "whitelist" may hurt or exclude a reader. Replace racially-charged language with more accurate and inclusive words.
        Perhaps "passlist", "alrightlist" or "safelist" says what is meant.
      3:5  inclusive-language
        "chairman" may hurt or exclude a reader.
        Perhaps "chair", "head" or "chairperson" says what is meant.
      3:17  inclusive-language
        "insane" may hurt or exclude a reader. Describe the behavior or illness without derogatory words.
        Perhaps "rude", "malicious" or "mean" says what is meant.
      3:34  inclusive-language
        "man-made" may hurt or exclude a reader.
        Perhaps "manufactured", "artificial" or "synthetic" says what is meant.
      4:13  inclusive-language
        "mankind" may hurt or exclude a reader.
        Perhaps "humankind" says what is meant."
    `);
  });

  it.each([
    'She gave him her card; he thanked her himself. His manager is the man who lent the guy’s key.',
    'My mother and her brother simply host it. It is obviously easy, of course.',
    'Set the master clock; an invalid value disables the button. The button is disabled.',
  ])('lets pass: %s', (source) => {
    expect(wordFindings(source)).toBe('');
  });
});
