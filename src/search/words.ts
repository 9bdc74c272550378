import { isAnythingChosen } from './facets.ts';
import { portion, type SearchState } from './state.ts';

/** How many results there are, in a sentence that makes sense when it is read aloud. */
export function resultWords(
  state: SearchState,
  { total, unfiltered, instead }: { total: number; unfiltered: number; instead?: string },
): string {
  if (instead !== undefined) {
    const found = resultWords({ ...state, query: instead }, { total, unfiltered });
    return `Nothing has “${state.query}”. ${found}`;
  }
  const { query } = state;
  const about = query === '' ? '' : ` for “${query}”`;
  if (total === 0)
    return `Nothing found${about}${isAnythingChosen(state.chosen) ? ' with these filters' : ''}.`;
  const count =
    query !== '' && unfiltered > total
      ? `${total.toLocaleString('en-GB')} of ${results(unfiltered)}`
      : results(total);
  return `${count}${about}.${listed(Math.min(state.shown, total), total)}`;
}

/** Says how many are listed once a reader has asked for more than the first portion. */
function listed(shown: number, total: number): string {
  if (shown <= portion) return '';
  return shown < total ? ` The first ${shown} are listed.` : ' All are listed.';
}

function results(count: number): string {
  return count === 1 ? '1 result' : `${count.toLocaleString('en-GB')} results`;
}

/** A day such as `2026-03-12` in the words of a language; nothing for anything that is not a day. */
export function dayWords(day: string, language: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
