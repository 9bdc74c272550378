import { describe, expect, it } from 'vitest';
import { markedWords, matchWords } from '../../../src/search/landing-words.ts';

describe('what the bar of marked words says', () => {
  it('is how many matches there are, and then which one a reader is at', () => {
    expect(matchWords(1)).toBe('1 match');
    expect(matchWords(1200)).toBe('1,200 matches');
    expect(matchWords(12, 3)).toBe('Match 3 of 12');
  });

  it.each([
    [['drift'], '“drift”'],
    [['drift', 'pump'], '“drift” and “pump”'],
    [['drift', 'pump', 'probe'], '“drift”, “pump” and “probe”'],
    [['drift', 'pump', 'probe', 'sensor'], '“drift”, “pump” and 2 more words'],
  ])('names the words, at most three: %j', (words, sentence) => {
    expect(markedWords(words)).toBe(sentence);
  });
});
