import { openSearch, type Hit, type Results, type Search } from '../search/client.ts';
import { isAnythingChosen } from '../search/facets.ts';
import { asksSomething, parseState, portion, type SearchState } from '../search/state.ts';
import { resultWords } from '../search/words.ts';
import { settleAddress, stateInAddress, writeAddress } from './search-address.ts';
import { showNothing } from './search-nothing.ts';
import { partsOf, show, type Parts } from './search-parts.ts';
import { createResult } from './search-results.ts';

const pause = 200;
const patience = 400;
const failure = import.meta.env.DEV
  ? 'There is no search index while you write: a build makes it. The topics below lead to every post.'
  : 'The search index could not be loaded. Try again, or start from a topic.';

/**
 * The search page. The address is the state: fields are filled from it and every change goes back into it, so that a
 * search can be shared and the back button undoes it. The index is loaded when there is something to look for.
 */
class SearchPage extends HTMLElement {
  #search: Promise<Search> | undefined;
  /** Counts questions, so that an answer that comes late is dropped. */
  #turn = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const parts = partsOf(this);
    if (parts === undefined) return;
    const { form, field, sort, filters, results } = parts;
    sort.disabled = false;

    const typed = () => {
      clearTimeout(this.#typing);
      const state = stateInForm(form);
      writeAddress(state, 'typed');
      void this.#answer(parts, state);
    };
    const changed = () => {
      clearTimeout(this.#typing);
      const state = stateInForm(form);
      writeAddress(state, 'settled');
      void this.#answer(parts, state);
    };
    const widen = () => {
      for (const box of filters.querySelectorAll('input')) box.checked = false;
      field.focus();
      changed();
    };
    field.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(typed, pause);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      typed();
      settleAddress();
    });
    filters.addEventListener('change', changed);
    sort.addEventListener('change', changed);
    filters.querySelector('.clear')?.addEventListener('click', widen);
    parts.nothing.querySelector('.narrowed button')?.addEventListener('click', widen);
    parts.failed.querySelector('button')?.addEventListener('click', () => {
      field.focus();
      void this.#answer(parts, stateInForm(form));
    });
    parts.more.querySelector('button')?.addEventListener('click', () => {
      void this.#extend(parts);
    });
    results.addEventListener('click', settleAddress);
    addEventListener('popstate', () => {
      clearTimeout(this.#typing);
      void this.#answer(parts, fill(parts));
    });

    // The reader may have been quicker than this script.
    if (field.value !== '' && !asksSomething(stateInAddress())) typed();
    else void this.#answer(parts, fill(parts));
  }

  async #answer(parts: Parts, state: SearchState): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const { status, start } = parts;
    if (!asksSomething(state)) {
      status.textContent = '';
      show(parts, 'start');
      return;
    }
    // Topics that come and go while the index is loading would only be in the way.
    start.hidden = true;
    const waiting = setTimeout(() => {
      if (turn === this.#turn) status.textContent = 'Looking…';
    }, patience);
    try {
      this.#search ??= openSearch();
      const found = await (await this.#search)(state);
      const hits = await found.load(0, state.shown);
      if (turn === this.#turn) render(parts, state, found, hits);
    } catch {
      this.#search = undefined;
      if (turn !== this.#turn) return;
      status.textContent = failure;
      show(parts, 'failed');
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Lists the next portion, and takes the keyboard to the first result of it. */
  async #extend(parts: Parts): Promise<void> {
    const before = parts.results.childElementCount;
    const state = { ...stateInForm(parts.form), shown: before + portion };
    writeAddress(state, 'extended');
    await this.#answer(parts, state);
    parts.results.children[before]?.querySelector('a')?.focus();
  }
}

function stateInForm(form: HTMLFormElement): SearchState {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') parameters.append(name, value);
  return parseState(parameters);
}

/** Fills the fields from the address. Filters that this blog does not have are left out. */
function fill({ form, field, sort, filters }: Parts): SearchState {
  const { query, order, chosen, shown } = stateInAddress();
  field.value = query;
  sort.value = order;
  filters.tick(chosen);
  return { ...stateInForm(form), shown };
}

function render(parts: Parts, state: SearchState, found: Results, hits: readonly Hit[]): void {
  const { status, filters, results, template, beside, more } = parts;
  const language = document.documentElement.lang;
  status.textContent = resultWords(state, found);
  filters.show(found.counts, state.chosen);
  results.replaceChildren(...hits.map((hit) => createResult(hit, { template, filters, language })));
  show(parts, hits.length === 0 ? 'nothing' : 'results');
  if (hits.length === 0) showNothing(parts, state, found.unfiltered);
  more.hidden = found.total <= hits.length;
  beside.hidden = hits.length === 0 && !isAnythingChosen(state.chosen);
}

customElements.define('wc-search', SearchPage);
