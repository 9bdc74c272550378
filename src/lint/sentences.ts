import { isStop, syllablesOf, wordsOf, type Chunks } from './chunk.ts';
import type { Finding } from './finding.ts';
import type { Passage } from './passage.ts';
import { sentenceEnds } from './sentence-ends.ts';

/** How many words a reader can take in without a stop; see the rule `long-sentence`. */
const longestStretch = 40;

/** The Flesch reading ease of a scientific paper; plain English has 60 to 70. */
const hardest = 25;

// The measure means nothing for a few words.
const leastWords = 150;

/** A sentence with its place in a passage, and how long it is. */
export interface Sentence {
  passage: Passage;
  at: number;
  words: number;
  syllables: number;
  /** The most words between two stops: a semicolon and a colon let a reader breathe as well. */
  stretch: number;
}

/** Adds the sentences of a passage, whose words are in `chunks`. */
export function addSentences(
  sentences: Sentence[],
  passage: Passage,
  { count, starts, facts }: Chunks,
  language: string,
): void {
  let next = 0;
  let at = 0;
  for (const end of sentenceEnds(passage.text, language)) {
    let [words, syllables, stretch, longest] = [0, 0, 0, 0];
    for (; next < count && (starts[next] ?? 0) < end; next += 1) {
      const chunk = facts[next] ?? 0;
      words += wordsOf(chunk);
      syllables += syllablesOf(chunk);
      stretch += wordsOf(chunk);
      if (stretch > longest) longest = stretch;
      if (isStop(chunk)) stretch = 0;
    }
    if (words > 0) sentences.push({ passage, at, words, syllables, stretch: longest });
    at = end;
  }
}

/** The sentences that cannot be read in one breath. */
export function tooLong(sentences: readonly Sentence[]): Finding[] {
  return sentences
    .filter(({ stretch }) => stretch > longestStretch)
    .map(({ passage, at, stretch }) => ({
      ...passage.place(at),
      rule: 'long-sentence',
      message: `This sentence runs for ${stretch} words without a stop; after ${longestStretch}, readers lose the thread.`,
      mend: 'Make two of it, or a list. The place to cut is usually an "and" or a "which".',
    }));
}

/** One remark for a text that is hard from end to end, placed at its hardest sentence. */
export function tooHard(sentences: readonly Sentence[]): Finding[] {
  const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0);
  const syllables = sentences.reduce((sum, sentence) => sum + sentence.syllables, 0);
  if (words < leastWords) return [];
  const ease = Math.round(206.835 - (1.015 * words) / sentences.length - (84.6 * syllables) / words);
  if (ease >= hardest) return [];
  const [first, ...rest] = sentences;
  if (first === undefined) return [];
  const worst = rest.reduce(
    (most, sentence) => (sentence.syllables > most.syllables ? sentence : most),
    first,
  );
  return [
    {
      ...worst.passage.place(worst.at),
      rule: 'reading-level',
      message: `The text is as hard to read as a scientific paper: its reading ease (Flesch) is ${ease}, and plain English has 60 or more.`,
      mend: 'Write shorter sentences and shorter words. This one is the hardest; begin with it.',
    },
  ];
}
