import type { PlacedChunk } from './chunk.ts';
import type { Finding } from './finding.ts';
import type { Passage } from './passage.ts';

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

const segmenters = new Map<string, Intl.Segmenter>();

/** Adds the sentences of a passage, whose words are in `chunks`. */
export function addSentences(
  sentences: Sentence[],
  passage: Passage,
  chunks: readonly PlacedChunk[],
  language: string,
): void {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  let next = 0;
  for (const { index, segment } of segmenter.segment(passage.text)) {
    const sentence: Sentence = { passage, at: index, words: 0, syllables: 0, stretch: 0 };
    let stretch = 0;
    for (let placed = chunks[next]; placed !== undefined; placed = chunks[next]) {
      if (placed.at >= index + segment.length) break;
      sentence.words += placed.chunk.words;
      sentence.syllables += placed.chunk.syllables;
      stretch += placed.chunk.words;
      sentence.stretch = Math.max(sentence.stretch, stretch);
      if (placed.chunk.isStop) stretch = 0;
      next += 1;
    }
    if (sentence.words > 0) sentences.push(sentence);
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
