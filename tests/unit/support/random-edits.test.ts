import { describe, expect, it } from 'vitest';
import { createRandom } from '../../bench/random.ts';
import { drawSequences, type EditKind } from '../../support/random-edits.ts';

const ofContent: EditKind[] = [
  ...(['add', 'edit', 'retitle', 'retag', 'redate', 'rename', 'delete', 'tag label', 'author name'] as const),
  ...(['group', 'path order', 'thread', 'picture', 'site setting'] as const),
];
const bundled: EditKind[] = [
  ...(['template', 'plugin', 'stylesheet', 'lockfile', 'script', 'list component'] as const),
  'teaching component',
];

describe.each([1, 2, 3, 4])('forty sequences, drawn from the seed %i', (seed) => {
  const sequences = drawSequences(40, createRandom('edits', seed));
  const withKind = (kind: EditKind) => sequences.filter(({ kinds }) => kinds.includes(kind));

  it('have every kind of edit, and those of content in six at least', () => {
    for (const kind of bundled) expect(withKind(kind), kind).not.toEqual([]);
    for (const kind of ofContent) expect(withKind(kind).length, kind).toBeGreaterThanOrEqual(6);
  });

  it('have midnight alone', () => {
    expect(withKind('midnight').length).toBeGreaterThan(1);
    for (const { kinds } of withKind('midnight')) expect(kinds).toEqual(['midnight']);
  });

  it('have no other edit of the engine beside a template, a list component or a teaching component', () => {
    for (const kind of ['template', 'list component', 'teaching component'] as const)
      for (const { kinds } of withKind(kind))
        expect(kinds.filter((other) => bundled.includes(other))).toEqual([kind]);
  });

  it('ask for a bundler five times', () => {
    expect(sequences.filter(({ isBundled }) => isBundled)).toHaveLength(5);
  });
});
