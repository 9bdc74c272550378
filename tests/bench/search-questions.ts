import { createRandom } from './random.ts';
import { wordsOfRank } from './words.ts';

/** What somebody types. */
export interface Question {
  kind: 'common word' | 'rare word' | 'two words';
  text: string;
}

/** Questions in the words of the invented blog, others for each seed. A reader types five to nine letters a word. */
export function searchQuestions(seed: number): Question[] {
  const random = createRandom(seed, 'search questions');
  const typed = (word: string) => word.length >= 5 && word.length <= 9;
  // Below rank 200 are words that carry the grammar; around rank 2,500 a word stands once in some ten thousand.
  const common = wordsOfRank(200, 400).filter(typed);
  const rare = wordsOfRank(2_000, 3_000).filter(typed);
  return [
    { kind: 'common word', text: random.pick(common) },
    { kind: 'rare word', text: random.pick(rare) },
    { kind: 'two words', text: `${random.pick(common)} ${random.pick(rare)}` },
  ];
}
