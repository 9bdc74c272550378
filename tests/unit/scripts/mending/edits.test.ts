import { describe, expect, it } from 'vitest';
import { edited, type Edit } from '../../../../scripts/mending/edits.ts';

const edit = (from: [number, number], to: [number, number], text: string): Edit => ({
  kind: 'replace',
  start: { line: from[0], column: from[1] },
  end: { line: to[0], column: to[1] },
  text,
});

describe('edits of a text', () => {
  it('are made at their lines and columns, whatever their order', () => {
    const edits = [edit([2, 1], [2, 4], 'TWO'), edit([1, 1], [1, 4], '1'), edit([3, 6], [3, 6], '\n')];
    expect(edited('one\ntwo\nthree', edits).text).toBe('1\nTWO\nthree\n');
  });

  it('keep the line endings of Windows', () => {
    expect(edited('one \r\ntwo\r\n', [edit([1, 4], [1, 5], '')]).text).toBe('one\r\ntwo\r\n');
  });

  it('are left out where they overlap one that was made', () => {
    const edits = [edit([1, 1], [1, 5], 'x'), edit([1, 3], [1, 7], 'y'), edit([1, 7], [1, 8], 'z')];
    const { text, made } = edited('abcdefgh', edits);
    expect(text).toBe('xefzh');
    expect(made).toEqual([edits[0], edits[2]]);
  });
});
