const lineLength = 140;

/** The first words of a rendered remark as plain text, without what it quotes, puts into tables or shows as code. */
export function firstWords(html: string): string {
  const plain = html
    .replace(/<(blockquote|pre|table)\b[\s\S]*?<\/\1>/gu, ' ')
    .replace(/<[^>]*>/gu, '')
    .replace(/&#x([0-9A-F]+);/giu, (_whole, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\s+/gu, ' ')
    .trim();
  if (plain.length <= lineLength) return plain;
  const space = plain.lastIndexOf(' ', lineLength);
  return `${plain.slice(0, space === -1 ? lineLength : space)} …`;
}
