import { createChunkReader } from './chunk.ts';
import type { Dictionary } from './dictionaries.ts';
import { quotedList, type Finding } from './finding.ts';
import { doubtfulPhrases, mayBeDoubtful } from './inclusive.ts';
import type { NameQuestion, Names } from './names.ts';
import type { Passage } from './passage.ts';
import { addSentences, tooHard, tooLong, type Sentence } from './sentences.ts';
import { createSpelling, suggestionsFor } from './spelling.ts';

// A file with more unknown words is in a jargon of its own, and looking for each takes a millisecond.
const mostSuggestions = 10;

// Nobody reads a thousand remarks, and a text that would get them is hardly English.
const mostMisspelt = 1_000;

// Nobody writes longer ones by hand, and the package would take seconds for them.
const longestParagraph = 20_000;

/** What the rules find in the prose of a file, and what they asked about names for that. */
export interface WordFindings {
  findings: Finding[];
  asked: NameQuestion[];
}

export type WordRules = (passages: readonly Passage[], file: { language: string }) => WordFindings;

/**
 * Makes the rules for readable and friendly words. `words` are the project's own, those of content/words.txt. Spelling, ease
 * of reading and words that exclude are judged in English only.
 */
export function createWordRules({
  dictionary,
  words,
  names,
}: {
  dictionary: Dictionary;
  words: readonly string[];
  names: Names;
}): WordRules {
  const isKnown = createSpelling(dictionary, words);
  const chunksOf = createChunkReader(isKnown);
  const suggestions = new Map<string, string[]>();
  const suggest = (word: string) => {
    const found =
      suggestions.get(word) ?? suggestionsFor(word, (other) => isKnown(other) || names.isName(other));
    suggestions.set(word, found);
    return found;
  };

  return (passages, { language }) => {
    const english = /^en(?:-|$)/iu.test(language);
    const findings: Finding[] = [];
    const sentences: Sentence[] = [];
    const misspelt = new Set<string>();
    const strange = new Map<string, boolean>();
    const isName = (word: string) => {
      const answer = strange.get(word) ?? names.isName(word);
      strange.set(word, answer);
      return answer;
    };
    for (const passage of passages) {
      const chunks = chunksOf(passage.text);
      if (passage.kind === 'paragraph') addSentences(sentences, passage, chunks, language);
      if (!english) continue;
      for (const { unknown } of chunks.notable)
        for (const { word, at } of unknown) {
          if (misspelt.has(word) || misspelt.size > mostMisspelt || isName(word)) continue;
          misspelt.add(word);
          if (misspelt.size > mostMisspelt) {
            findings.push({ ...passage.place(at), ...tooManyMisspelt });
            continue;
          }
          const suggested = misspelt.size > mostSuggestions ? [] : suggest(word);
          findings.push({ ...passage.place(at), ...misspeltWord(word, suggested) });
        }
      if (mayBeDoubtful(passage.text, chunks)) findings.push(...doubtful(passage));
    }
    findings.push(...tooLong(sentences));
    if (english) findings.push(...tooHard(sentences));
    const asked = [...strange].map(([word, answer]): NameQuestion => ['isName', word, answer]);
    if (misspelt.size > 0) asked.push(['allNames', '', names.allNames()]);
    return { findings, asked };
  };
}

function doubtful(passage: Passage): Finding[] {
  return doubtfulPhrases(passage.text.slice(0, longestParagraph)).map(({ at, written, instead, note }) => ({
    ...passage.place(at),
    rule: 'inclusive-language',
    message: `"${written}" may hurt or exclude a reader.${note === '' ? '' : ` ${note.replace(/\.?$/u, '.')}`}`,
    mend:
      instead.length === 0
        ? 'Say what is meant in other words.'
        : `Perhaps ${quotedList(instead.slice(0, 3))} says what is meant.`,
  }));
}

const tooManyMisspelt = {
  rule: 'spelling',
  message: `From here on, words that no dictionary has are not listed: there were ${mostMisspelt.toLocaleString('en-GB')} of them.`,
  mend: 'If this text is in another language than the blog, say so in its frontmatter, such as "lang: de".',
} satisfies Omit<Finding, 'line' | 'column'>;

function misspeltWord(word: string, suggested: readonly string[]): Omit<Finding, 'line' | 'column'> {
  return {
    rule: 'spelling',
    message: `No dictionary has the word "${word}".${suggested.length === 0 ? '' : ` Did you mean ${quotedList(suggested)}?`}`,
    mend: `Correct it. If it is right, add a line "${word}" to content/words.txt.`,
  };
}
