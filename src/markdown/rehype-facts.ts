import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { plainText } from './plain-text.ts';
import { stateOf } from './state.ts';
import { countWords, openingOf } from './words.ts';
import { SKIP, eachElement } from './walk.ts';

/** Reads text, length and opening, before anything is added that the author did not write. */
export function rehypeFacts() {
  return (tree: Root, file: VFile) => {
    const state = stateOf(file);
    state.text = plainText(tree);
    state.words = countWords(state.text);
    state.readable = state.words > 0;
    state.opening = openingOf(firstParagraph(tree));
  };
}

/** The first paragraph that stands in the text itself; a body of nothing but quotations or lists starts with theirs. */
function firstParagraph(tree: Root): string {
  const own = tree.children.find(
    (node) => node.type === 'element' && node.tagName === 'p' && plainText(node) !== '',
  );
  if (own !== undefined) return plainText(own);
  let found = '';
  eachElement(tree, (node) => {
    const plain = (node.tagName === 'p' || node.tagName === 'li') && node.properties.className === undefined;
    if (found === '' && plain) found = plainText(node);
    return found === '' ? undefined : SKIP;
  });
  return found;
}
