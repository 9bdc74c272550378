import { isAnythingChosen } from './facets.ts';
import type { Results } from './answer.ts';
import type { Hit } from './pagefind.ts';
import { portion, type SearchState } from './state.ts';

/** How many results there are, in a sentence or two that make sense when they are read aloud. */
export function resultWords(
  state: SearchState,
  { total, unfiltered, instead, partly = 0 }: Pick<Results, 'total' | 'unfiltered' | 'instead' | 'partly'>,
): string {
  if (instead !== undefined) {
    const found = resultWords({ ...state, query: instead }, { total, unfiltered });
    return `Nothing has “${state.query}”. ${found}`;
  }
  const { query } = state;
  const about = query === '' ? '' : ` for “${query}”`;
  if (partly > 0) {
    const whole = total - partly;
    const some = `${partly.toLocaleString('en-GB')} ${partly === 1 ? 'has' : 'have'} some of the words`;
    const first =
      whole === 0 ? `Nothing has all of “${query}”. ${some}.` : `${results(whole)}${about}, and ${some}.`;
    return first + listed(Math.min(state.shown, total), total);
  }
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

/** What kind of page was found, where it is not an article. */
export function kindWords({ meta, filters }: Pick<Hit, 'meta' | 'filters'>): string | undefined {
  if (filters.kind?.includes('page') === true) return 'About this blog';
  const [answered] = filters.answered ?? [];
  if (answered === undefined || meta['kind'] === undefined) return meta['kind'];
  return `${meta['kind']}, ${answered === 'yes' ? 'answered' : 'not answered'}`;
}
