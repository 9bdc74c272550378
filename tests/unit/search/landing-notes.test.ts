import { describe, expect, it } from 'vitest';
import { areWords, parseNotes, withNote } from '../../../src/search/landing-notes.ts';

const now = 1_000_000;
const note = (path: string, age = 0, words = ['drift']) => ({ path, words, time: now - age });

describe('notes for the page that opens next', () => {
  it('are read while they are younger than a minute', () => {
    const notes = [note('/fresh/', 59_999), note('/stale/', 60_000), note('/of-tomorrow/', -1)];
    expect(parseNotes(JSON.stringify(notes), now)).toEqual([note('/fresh/', 59_999)]);
  });

  it.each([
    null,
    '',
    '{',
    'null',
    '{}',
    '[null, 1, "x"]',
    `[{"path":1,"words":[],"time":${now}}]`,
    `[{"path":"/","words":[1],"time":${now}}]`,
    '[{"path":"/","words":[]}]',
  ])('are none in %s', (text) => {
    expect(parseNotes(text, now)).toEqual([]);
  });

  it('are kept for several pages, and the last one for a page counts', () => {
    const notes = [note('/a/'), note('/b/')];
    expect(withNote(notes, note('/a/', 0, ['pump']))).toEqual([note('/b/'), note('/a/', 0, ['pump'])]);
  });

  it('hold words, and nothing else is taken for words', () => {
    expect(areWords(['drift'])).toBe(true);
    expect(areWords('drift')).toBe(false);
    expect(areWords([1])).toBe(false);
  });
});
