import { describe, expect, it } from 'vitest';
import { changedPassages, changedWords } from '../../../../scripts/reviewing/word-changes.ts';

/** Written the way a proofreader would: [-gone-] and {+new+}. */
function marked(before: string, after: string, language = 'en'): string {
  return changedPassages(before, after, language)
    .map((passage) => ('unchanged' in passage ? `(${passage.unchanged})` : piecesIn(passage.pieces)))
    .join(' / ');
}

function piecesIn(pieces: ReturnType<typeof changedWords>): string {
  return pieces
    .map(({ is, text }) => (is === 'same' ? text : is === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');
}

describe('what changed in a text', () => {
  it('is told word by word, and words beside each other as one', () => {
    expect(marked('The quick brown fox jumps.', 'The slow red fox jumps high.')).toBe(
      'The [-quick brown-]{+slow red+} fox jumps{+ high+}.',
    );
  });

  it('leaves out paragraphs that are far from every change', () => {
    const before = ['one', 'two', 'three', 'four old', 'five', 'six'].join('\n\n');
    expect(marked(before, before.replace('old', 'new'))).toBe(
      '(2) / three / four [-old-]{+new+} / five / (1)',
    );
  });

  it('shows a paragraph that is another one whole, and not the few words that both have', () => {
    expect(marked('It was the best of times, by far.', 'Nobody ever counts the lamps in autumn.')).toBe(
      '[-It was the best of times, by far.-]{+Nobody ever counts the lamps in autumn.+}',
    );
  });

  it('finds words where no spaces are', () => {
    expect(marked('港の安全について話す。', '港の危険について話す。', 'ja')).toBe(
      '港の[-安全-]{+危険+}について話す。',
    );
  });

  it('knows new and lost paragraphs', () => {
    expect(marked('a\n\nb', 'a\n\nb\n\nc')).toBe('(1) / b / {+c+}');
    expect(marked('a\n\nb\n\nc', 'b\n\nc')).toBe('[-a-] / b / (1)');
    expect(marked('', 'a')).toBe('{+a+}');
  });

  it('gives up on finding the shortest way between two long texts that share nothing', () => {
    const words = (sign: string) => Array.from({ length: 20_000 }, (_, index) => `${sign}${index}`);
    const started = performance.now();
    const pieces = changedWords(words('a').join(' '), words('b').join(' '), 'en');
    expect(pieces.map(({ is }) => is)).toEqual(['removed', 'added']);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
