import { describe, expect, it } from 'vitest';
import { findMatches } from '../../../src/search/matches.ts';

/** The pieces of a text in which words are found. */
const found = (text: string, ...words: string[]) =>
  findMatches(text, words).map(({ start, end }) => text.slice(start, end));

describe('matches in a text', () => {
  it('are whole words, whatever their capitals', () => {
    expect(found('Drift, drifting and DRIFT. Snowdrift', 'drift')).toEqual(['Drift', 'DRIFT']);
  });

  it.each([
    ['café at the CAFÉ', 'cafe', ['café', 'CAFÉ']],
    ['a cafe\u0301, decomposed', 'café', ['cafe\u0301']],
    ['ODYSSEUS Ὀδυσσεύς ΟΔΥΣΣΕΥΣ', 'οδυσσευς', ['Ὀδυσσεύς', 'ΟΔΥΣΣΕΥΣ']],
    ['𝄞 Straße 𝄞 Ørsted', 'Ørsted', ['Ørsted']],
  ])('take no account of accents: %s', (text, word, matches) => {
    expect(found(text, word)).toEqual(matches);
  });

  it('are found behind characters of any size', () => {
    expect(found('ﷺ ŉ İ 👩‍🚀 drift', 'drift')).toEqual(['drift']);
  });

  it('pass over places where a word may be parted', () => {
    expect(found('cali\u00ADbra\u00ADtion and\u200B back', 'calibration', 'and')).toEqual([
      'cali\u00ADbra\u00ADtion',
      'and\u200B',
    ]);
  });

  it('may hold signs, and end at signs', () => {
    expect(found('(core.quotepath) “don’t” c++ coreXquotepath', 'core.quotepath', 'don’t')).toEqual([
      'core.quotepath',
      'don’t',
    ]);
    expect(found('a [b] c a-b', 'a-b')).toEqual(['a-b']);
    expect(found('source=<commit>~1', 'commit', '.*')).toEqual(['commit']);
  });

  it('tell C from C++ and C#', () => {
    expect(found('C, C++ and (C#)', 'C')).toEqual(['C']);
    expect(found('C, C++ and (C#)', 'C++', 'C#')).toEqual(['C++', 'C#']);
  });

  it('do not overlap: the longer of two counts', () => {
    expect(found('pre-calibration', 'calibration', 'pre-calibration')).toEqual(['pre-calibration']);
  });

  it('stand inside other words in scripts without spaces', () => {
    expect(found('東京の夏は暑い', '夏', '東京')).toEqual(['東京', '夏']);
    expect(found('ภาษาไทย', 'ไทย')).toEqual(['ไทย']);
  });

  it('are none where there are no words to look for', () => {
    expect(found('anything')).toEqual([]);
    expect(found('anything', '', '\u0301')).toEqual([]);
  });
});
