import { printState, type SearchState } from '../search/state.ts';
import { createLink } from './search-results.ts';

/** Shows what may have been meant, as links to the search for it; hides the line when there is nothing to offer. */
export function showMeant(
  line: HTMLElement,
  suggestions: readonly string[],
  state: SearchState,
  path: string,
): void {
  const links = suggestions.map((query) => createLink(path + printState({ ...state, query }), `“${query}”`));
  const last = links.length - 1;
  const parts = links.flatMap((link, index) => [separator(index, last), link]);
  line.replaceChildren('Did you mean', ...parts, '?');
  line.hidden = links.length === 0;
}

function separator(index: number, last: number): string {
  if (index === 0) return ' ';
  return index === last ? ' or ' : ', ';
}
