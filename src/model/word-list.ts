/** The words in `content/words.txt`: one a line; lines that start with `#` are remarks. */
export function readWordList(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.replace(/\s#.*$/u, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
