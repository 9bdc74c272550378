import type { Rule } from './rule.ts';

/** Rules about words: what must not be published, and how to be understood. */
export const wordRules = {
  secret: {
    severity: 'error',
    silenceable: true,
    finds: 'A password, token or private key.',
    because:
      'What is in git once can be read for ever. Revoke it at once, even if the post is never published.',
    wrong: 'curl --header "Authorization: Bearer …the token itself…"',
    right: 'curl --header "Authorization: Bearer $TOKEN"',
  },
  policy: {
    severity: 'error',
    silenceable: true,
    finds: 'Words that the policy of the company (content/policy.yml) does not allow.',
    because:
      'Colleagues and customers trust the company with what they tell it. The message quotes the clause; an exception names it and gives a reason, in the frontmatter.',
    wrong: 'We fixed the pump of Northwind Ltd.',
    right: 'We fixed the pump of a customer in the north.',
  },
  'personal-data': {
    severity: 'advice',
    silenceable: true,
    finds: 'What looks like a telephone number, a private address, a bank account or an identity number.',
    because: 'People have a right to decide where such things are kept, and a blog is rarely the place.',
    wrong: 'Call Ines at home: +351 21 555 01 23.',
    right: 'Ask Ines in her office hours, Tuesdays at 15:00.',
  },
  'long-sentence': {
    severity: 'advice',
    silenceable: true,
    finds: 'More than 40 words without a full stop, a semicolon or a colon.',
    because: 'Readers in a hurry, and readers whose first language is another, lose the thread.',
    wrong:
      'Before you open the lid, which you should only do when the lamp is off, because otherwise the probe, which is expensive, may be damaged by the light, unplug it, and then write down the number, which you will need for the report later on.',
    right: 'Unplug the probe before you open the lid. Write down its number: the report asks for it.',
  },
  'reading-level': {
    severity: 'advice',
    silenceable: true,
    finds: 'A text that is as hard to read as a scientific paper.',
    because: 'Colleagues read at the moment of need. Short words and short sentences are read first.',
    wrong: 'The utilisation of standardised nomenclature facilitates subsequent retrieval.',
    right: 'If everybody names files the same way, you find them again.',
  },
  'inclusive-language': {
    severity: 'advice',
    silenceable: true,
    finds: 'A word that may hurt or exclude a reader.',
    because: 'There is nearly always a word that everybody can read.',
    wrong: 'a whitelist',
    right: 'an allow-list',
  },
  spelling: {
    severity: 'advice',
    silenceable: true,
    finds: 'A word that no dictionary has, British or American.',
    because:
      'Search finds words as they are written. Words of your own go into content/words.txt, one a line.',
    wrong: 'Recieve the parts before noon.',
    right: 'Receive the parts before noon.',
  },
  'outline-text': {
    severity: 'advice',
    silenceable: true,
    finds: 'A sentence of the outline that a new post begins with.',
    because: 'It was there to be written over, and says nothing to a reader.',
    wrong: 'Begin with what happened, or with the question as you were asked it.',
    right: 'On Tuesday the pump in basin 3 stood still for an hour.',
  },
} satisfies Record<string, Rule>;
