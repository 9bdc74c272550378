import type { Rule } from './rule.ts';

/** Rules about words: what must not be published, and how to be understood. */
export const wordRules = {
  secret: {
    severity: 'error',
    silenceable: true,
    finds: 'A password, token or private key.',
    because:
      'What is in git once can be read for ever. Revoke it at once, even if the post is never published.',
  },
  policy: {
    severity: 'error',
    silenceable: true,
    finds: 'Words that the policy of the company (content/policy.yml) does not allow.',
    because:
      'The message quotes the clause. An exception needs the name of the clause and a reason, in the frontmatter.',
  },
  'personal-data': {
    severity: 'advice',
    silenceable: true,
    finds: 'What looks like a telephone number, a private address, a bank account or an identity number.',
    because: 'People have a right to decide where such things are kept, and a blog is rarely the place.',
  },
  'long-sentence': {
    severity: 'advice',
    silenceable: true,
    finds: 'More than 40 words without a full stop, a semicolon or a colon.',
    because: 'Readers in a hurry, and readers whose first language is another, lose the thread.',
  },
  'reading-level': {
    severity: 'advice',
    silenceable: true,
    finds: 'A text that is as hard to read as a scientific paper.',
    because: 'Colleagues read at the moment of need. Short words and short sentences are read first.',
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
  },
} satisfies Record<string, Rule>;
