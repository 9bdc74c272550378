const opensAfter = /[\s([{<\u2012-\u2015/“‘«]/u;

/**
 * Straight quotation marks as curly ones, apostrophes included, and three dots as an ellipsis. `before` is the character
 * that stands in front of the text, so that a sentence in several parts is set as one; empty at its start. Takes time in
 * proportion to the text.
 */
export function typographic(text: string, before = ''): string {
  let previous = before;
  let set = '';
  for (let index = 0; index < text.length; index += 1) {
    let character = text[index] ?? '';
    const opens = previous === '' || opensAfter.test(previous);
    if (character === '"') character = opens ? '“' : '”';
    else if (character === "'") character = opens && !isYear(text, index) ? '‘' : '’';
    else if (previous !== '.' && text.startsWith('...', index) && text[index + 3] !== '.') {
      character = '…';
      index += 2;
    }
    set += character;
    previous = character;
  }
  return set;
}

/** In ’90s the mark stands for what is left out. */
function isYear(text: string, index: number): boolean {
  return /^'\d\ds?\b/u.test(text.slice(index, index + 5));
}
