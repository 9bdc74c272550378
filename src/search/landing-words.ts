const mostListed = 3;

/** How many matches there are, or which of them a reader is at (counted from 1). */
export function matchWords(count: number, current?: number): string {
  if (current !== undefined) return `Match ${current} of ${count}`;
  return count === 1 ? '1 match' : `${count.toLocaleString('en-GB')} matches`;
}

/** Names the words that are marked; when there are many, the first ones and how many more. */
export function markedWords(words: readonly string[]): string {
  const isLong = words.length > mostListed;
  const quoted = words.slice(0, isLong ? mostListed - 1 : mostListed).map((word) => `“${word}”`);
  const named = isLong ? [...quoted, `${words.length - quoted.length} more words`] : quoted;
  return new Intl.ListFormat('en-GB').format(named);
}
