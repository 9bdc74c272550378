/** Counts words by page: `step` is 1 for pages that come, and -1 for pages that go. */
export function countWords(counts: Map<string, number>, words: Iterable<string>, step: 1 | -1): void {
  for (const word of words) {
    const count = (counts.get(word) ?? 0) + step;
    if (count > 0) counts.set(word, count);
    else counts.delete(word);
  }
}
