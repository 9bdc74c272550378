// A sign of GFM that is not on this list would be lost, so the list is generous. An address may be written with
// entities, which are read before addresses are looked for.
const signs = /[~@&]|\[\^|\[[\sx]|www|http/iu;
// Those of bare addresses.
const addressSigns = /[@&]|www|http/iu;
const barsAndDashes = /^[\t >|:*+.)\d-]+$/gmu;

/**
 * Whether a text may hold anything that GFM adds to Markdown: strikethrough, footnotes, tasks, bare addresses or tables.
 * Plain Markdown is read in half the time.
 */
export function mayHoldGfm(text: string): boolean {
  return signs.test(text) || hasDelimiterRow(text);
}

/** Whether there may be a bare address, which is looked for in every word and once more in the whole tree. */
export function mayHoldAddress(text: string): boolean {
  return addressSigns.test(text);
}

/** Whether a line could be the one below the head of a table: dashes with bars or colons, and nothing else. */
function hasDelimiterRow(text: string): boolean {
  return (text.match(barsAndDashes) ?? []).some((line) => line.includes('-') && /[|:]/u.test(line));
}
