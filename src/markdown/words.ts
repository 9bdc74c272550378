const wordPattern = /[\p{Letter}\p{Number}\p{Mark}]+(?:['’.,:/_-][\p{Letter}\p{Number}\p{Mark}]+)*/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** How many words a text has. Scripts without spaces count two signs as a word, which is how fast people read them. */
export function countWords(text: string): number {
  const signs = text.match(unspaced)?.length ?? 0;
  const spaced = signs === 0 ? text : text.replace(unspaced, ' ');
  return (spaced.match(wordPattern)?.length ?? 0) + Math.ceil(signs / 2);
}

const longestOpening = 200;
const shortestOpening = 80;

/** The beginning of a paragraph for lists and feeds: whole sentences if they fit, else whole words and a `…`. */
export function openingOf(paragraph: string): string {
  const text = paragraph.replace(/\s+/gu, ' ').trim();
  if (text.length <= longestOpening) return text;
  const room = text.slice(0, longestOpening);
  const ends = [...room.matchAll(/[.!?…]["”’)\]]*(?= )|[。！？]/gu)].map(
    ({ index, 0: end }) => index + end.length,
  );
  const sentence = ends.findLast((end) => end >= shortestOpening);
  if (sentence !== undefined) return room.slice(0, sentence);
  const words = text.slice(0, longestOpening - 1);
  const space = words.lastIndexOf(' ');
  const cut = space > shortestOpening ? words.slice(0, space) : words.replace(/\p{Surrogate}$/u, '');
  return `${cut.replace(/[,;:–—-]$/u, '').trimEnd()}…`;
}
