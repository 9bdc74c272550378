import { parseState, printState, type SearchState } from '../search/state.ts';

/** What the address asks for. */
export function stateInAddress(): SearchState {
  return parseState(new URLSearchParams(location.search));
}

/** What the fields of a form ask for. */
export function stateInForm(form: HTMLFormElement): SearchState {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') parameters.append(name, value);
  return parseState(parameters);
}

/**
 * Writes a state into the address. A search that was settled (by Enter, a filter, or a visit to a result) keeps its
 * place in the history; one that is still being typed gives its place to the next.
 */
export function writeAddress(state: SearchState, change: 'typed' | 'settled' | 'extended'): void {
  const address = location.pathname + printState(state);
  const isNew = printState(state) !== printState(stateInAddress());
  const keepsPlace = change !== 'extended' && isNew && location.search !== '' && isSettled();
  const entry = { settled: change !== 'typed' };
  if (keepsPlace) history.pushState(entry, '', address);
  else history.replaceState(entry, '', address);
}

/** Marks the search in the address as one to come back to. */
export function settleAddress(): void {
  history.replaceState({ settled: true }, '');
}

function isSettled(): boolean {
  const entry: unknown = history.state;
  return !(typeof entry === 'object' && entry !== null && 'settled' in entry && entry.settled === false);
}
