import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { hasWords } from './plain-text.ts';
import { stateOf } from './state.ts';

/** Finds out whether there is anything to read, which is all that a judgement needs of what `rehypeFacts` reads. */
export function rehypeReadable() {
  return (tree: Root, file: VFile) => {
    stateOf(file).readable ||= hasWords(tree);
  };
}
