/**
 * The candidates closest to a misspelt word, nearest first. Counts insertions, deletions, substitutions and
 * swaps of neighbours (Damerau–Levenshtein, optimal string alignment) and forgives a third of the word's length.
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 1): string[] {
  const allowed = Math.max(2, Math.ceil(word.length / 3));
  return (
    [...candidates]
      // The distance is never less than the difference in length, and is far more work.
      .filter(({ length }) => Math.abs(length - word.length) <= allowed)
      .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
      .filter(({ distance }) => distance <= allowed)
      .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
      .slice(0, limit)
      .map(({ candidate }) => candidate)
  );
}

export function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
