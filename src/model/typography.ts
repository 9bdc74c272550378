const typewritten = /["']|\.{3}/u;
const opensAfter = /[\s([{<\u2012-\u2015/“‘«]/u;

/**
 * Straight quotation marks as curly ones, apostrophes included, and three dots as an ellipsis. `before` is the character
 * that stands in front of the text, so that a sentence in several parts is set as one; empty at its start. Takes time in
 * proportion to the text.
 */
export function typographic(text: string, before = ''): string {
  if (!typewritten.test(text)) return text;
  let previous = before;
  let set = '';
  for (let index = 0; index < text.length; index += 1) {
    let character = text[index] ?? '';
    if (character === '"') character = opens(previous) ? '“' : '”';
    else if (character === "'") character = opens(previous) && !isYear(text, index) ? '‘' : '’';
    else if (previous !== '.' && text.startsWith('...', index) && text[index + 3] !== '.') {
      character = '…';
      index += 2;
    }
    set += character;
    previous = character;
  }
  return set;
}

function opens(previous: string): boolean {
  return previous === '' || opensAfter.test(previous);
}

/** In ’90s the mark stands for what is left out. */
function isYear(text: string, index: number): boolean {
  return /^'\d\ds?\b/u.test(text.slice(index, index + 5));
}
