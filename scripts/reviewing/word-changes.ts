import { diffArrays } from 'diff';
import type { Passage, Piece } from './report-schema.ts';

// More changes than this are a new text, and to look for the shortest way between two of them takes for ever.
const mostChanges = 2_000;
/** How much two lines have to share to be shown as one. */
const leastCommon = 0.3;
/** How many unchanged paragraphs are shown beside one that changed. */
const around = 1;

/** What changed between two texts, paragraph by paragraph and in them word by word. */
export function changedPassages(before: string, after: string, language: string): Passage[] {
  const parts = changesOf(paragraphs(before), paragraphs(after));
  const passages: (Passage & { same?: true })[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    const next = parts[at + 1];
    if (part === undefined) continue;
    if (part.is === 'same') {
      passages.push(
        ...part.items.map((text) => ({ pieces: [{ is: 'same' as const, text }], same: true as const })),
      );
    } else if (next !== undefined && next.is !== 'same') {
      const [removed, added] = part.is === 'removed' ? [part, next] : [next, part];
      passages.push(...pairs(removed.items, added.items, language));
      at += 1;
    } else passages.push(...part.items.map((text) => ({ pieces: [{ is: part.is, text }] })));
  }
  return withoutUnchanged(passages);
}

/** What changed between two lines of text, word by word. */
export function changedWords(before: string, after: string, language: string): Piece[] {
  if (before === '' || after === '')
    return [
      ...(before === '' ? [] : [{ is: 'removed' as const, text: before }]),
      ...(after === '' ? [] : [{ is: 'added' as const, text: after }]),
    ];
  const parts = changesOf(words(before, language), words(after, language));
  const pieces = parts.map(({ is, items }): Piece => ({ is, text: items.join('') }));
  const same = lengthOf(pieces.filter(({ is }) => is === 'same'));
  // A few words that two texts happen to share make neither of them easier to read.
  if (same < leastCommon * Math.max(before.length, after.length))
    return [
      { is: 'removed', text: before },
      { is: 'added', text: after },
    ];
  return joined(pieces);
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
}

/** Paragraphs that took the places of others, each beside the one that it is most like. */
function pairs(removed: readonly string[], added: readonly string[], language: string): Passage[] {
  const passages: Passage[] = [];
  for (let at = 0; at < Math.max(removed.length, added.length); at += 1)
    passages.push({ pieces: changedWords(removed[at] ?? '', added[at] ?? '', language) });
  return passages;
}

interface Part {
  is: Piece['is'];
  items: string[];
}

function changesOf(before: readonly string[], after: readonly string[]): Part[] {
  const found = diffArrays([...before], [...after], { maxEditLength: mostChanges });
  if (found === undefined)
    return [
      { is: 'removed', items: [...before] },
      { is: 'added', items: [...after] },
    ];
  return found.map(({ value, added, removed }) => ({
    is: added ? 'added' : removed ? 'removed' : 'same',
    items: value,
  }));
}

function paragraphs(text: string): string[] {
  return text.split(/\n{2,}/u).filter((paragraph) => paragraph.trim() !== '');
}

function words(text: string, language: string): string[] {
  return Array.from(segmenterFor(language).segment(text), ({ segment }) => segment);
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, known);
  return known;
}

/** A space between two words that both changed belongs to what changed: otherwise every word is a change of its own. */
function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[][] = [];
  for (const [index, piece] of pieces.entries()) {
    const isBridge =
      piece.is === 'same' && /^\s+$/u.test(piece.text) && index > 0 && index < pieces.length - 1;
    const last = runs.at(-1);
    const changes = piece.is !== 'same' || isBridge;
    if (changes && last?.[0]?.is !== undefined && last[0].is !== 'same') last.push(piece);
    else runs.push([piece]);
  }
  return runs.flatMap((run): Piece[] => {
    if (run.length === 1) return run;
    const of = (is: Piece['is']) =>
      run.flatMap((piece) => (piece.is === is || piece.is === 'same' ? [piece.text] : [])).join('');
    return [
      { is: 'removed' as const, text: of('removed') },
      { is: 'added' as const, text: of('added') },
    ].filter(({ text }) => text !== '');
  });
}

function withoutUnchanged(passages: readonly (Passage & { same?: true })[]): Passage[] {
  const isNear = (index: number) =>
    passages
      .slice(Math.max(0, index - around), index + around + 1)
      .some((passage) => passage.same === undefined);
  const kept: Passage[] = [];
  let left = 0;
  const close = () => {
    if (left > 0) kept.push({ unchanged: left });
    left = 0;
  };
  for (const [index, { same, ...passage }] of passages.entries()) {
    if (same && !isNear(index)) {
      left += 1;
      continue;
    }
    close();
    kept.push(passage);
  }
  close();
  return kept;
}
