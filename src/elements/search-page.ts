import type { Results } from '../search/answer.ts';
import { warmSearch } from '../search/client.ts';
import { isAnythingChosen } from '../search/facets.ts';
import type { Hit } from '../search/pagefind.ts';
import { asksSomething, portion, type SearchState } from '../search/state.ts';
import { resultWords } from '../search/words.ts';
import { Inquiry } from './inquiry.ts';
import { listenToKeys, replaceResults } from './result-keys.ts';
import { settleAddress, stateInAddress, stateInForm, writeAddress } from './search-address.ts';
import { showMeant } from './search-meant.ts';
import { showNothing } from './search-nothing.ts';
import { partsOf, show, type Parts } from './search-parts.ts';
import { createResults } from './search-results.ts';

const pause = 300;

/**
 * The search page. The address is the state: fields are filled from it and every change goes back into it, so that a
 * search can be shared and the back button undoes it. The index is loaded when the field has the keyboard.
 */
class SearchPage extends HTMLElement {
  connectedCallback(): void {
    const parts = partsOf(this);
    if (parts !== undefined) new Conduct(parts).begin();
  }
}

/** The page at work. */
class Conduct {
  readonly #parts: Parts;
  readonly #inquiry: Inquiry;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #isTyped = false;
  #counting: ReturnType<typeof setTimeout> | undefined;
  /** What is shown, to be extended. */
  #shown: Results | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#inquiry = new Inquiry(parts, {
      answered: (state, results, hits) => {
        this.#show(state, results, hits);
      },
      followed: (results, hits) => {
        this.#append(results, hits);
      },
      failed: () => {
        show(parts, 'failed');
      },
    });
  }

  begin(): void {
    const { form, field, sort, filters, meant, nothing, failed, more, results } = this.#parts;
    sort.disabled = false;
    const changed = () => {
      this.#change('settled');
    };
    const widen = () => {
      for (const box of filters.querySelectorAll('input')) box.checked = false;
      field.focus();
      changed();
    };
    field.addEventListener('input', () => {
      this.#change('typed');
    });
    field.addEventListener('focus', warmSearch, { once: true });
    if (document.activeElement === field) warmSearch();
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#change('typed', 'now');
      settleAddress();
    });
    filters.addEventListener('change', changed);
    sort.addEventListener('change', changed);
    filters.querySelector('.clear')?.addEventListener('click', widen);
    nothing.querySelector('.narrowed button')?.addEventListener('click', widen);
    failed.querySelector('button')?.addEventListener('click', () => {
      field.focus();
      this.#ask(stateInForm(form));
    });
    meant.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      field.value = new URL(link.href).searchParams.get('q') ?? '';
      field.focus();
      changed();
    });
    more.querySelector('button')?.addEventListener('click', () => void this.#extend());
    results.addEventListener('click', settleAddress);
    listenToKeys(results.ownerDocument.body, this.#parts);
    results.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') field.focus();
    });
    addEventListener('popstate', () => {
      clearTimeout(this.#typing);
      this.#ask(fill(this.#parts));
    });

    // The reader may have been quicker than this script.
    if (field.value !== '' && !asksSomething(stateInAddress())) this.#change('typed');
    else this.#ask(fill(this.#parts));
  }

  /** Asks what is in the form, and writes it into the address; while somebody types, in a pause. */
  #change(
    change: 'typed' | 'settled',
    when: 'now' | 'in a pause' = change === 'typed' ? 'in a pause' : 'now',
  ): void {
    clearTimeout(this.#typing);
    const state = stateInForm(this.#parts.form);
    const write = () => {
      writeAddress(state, change);
    };
    if (when === 'now') write();
    else this.#typing = setTimeout(write, pause);
    this.#isTyped = when !== 'now';
    this.#ask(state);
  }

  #ask(state: SearchState): void {
    const { start } = this.#parts;
    if (!asksSomething(state)) {
      this.#inquiry.forget();
      this.#inquiry.spoken.say('');
      show(this.#parts, 'start');
      return;
    }
    // Topics that come and go while the index is loading would only be in the way.
    start.hidden = true;
    this.#inquiry.ask(state);
  }

  #show(state: SearchState, found: Results, hits: readonly Hit[]): void {
    const { results, template, meant, more } = this.#parts;
    this.#shown = found;
    this.#inquiry.spoken.say(resultWords(state, found), this.#isTyped ? 'in a pause' : 'now');
    replaceResults(this.#parts, createResults(hits, template, document.documentElement.lang));
    show(this.#parts, hits.length === 0 ? 'nothing' : 'results');
    if (hits.length === 0) showNothing(this.#parts, state, found);
    results.ariaBusy = String(hits.length < Math.min(found.total, state.shown));
    more.hidden = true;
    showMeant(meant, found.suggestions ?? [], state, location.pathname);
    clearTimeout(this.#counting);
    this.#counting = setTimeout(() => void this.#count(state, found), this.#isTyped ? pause : 0);
  }

  /** Shows the filters; while somebody types, in a pause. */
  async #count(state: SearchState, found: Results): Promise<void> {
    const { filters, beside } = this.#parts;
    try {
      const counts = await found.counts();
      await this.#inquiry.press.over();
      if (this.#shown !== found) return;
      filters.show(counts, state.chosen);
      beside.hidden = found.total === 0 && !isAnythingChosen(state.chosen);
    } catch {
      // What was found can be read without its filters.
    }
  }

  #append(found: Results, hits: readonly Hit[]): void {
    const { results, template, more } = this.#parts;
    results.append(...createResults(hits, template, document.documentElement.lang));
    results.ariaBusy = 'false';
    more.hidden = found.total <= results.childElementCount;
  }

  /** Lists the next portion, and takes the keyboard to the first result of it. */
  async #extend(): Promise<void> {
    const { form, results } = this.#parts;
    const found = this.#shown;
    if (found === undefined) return;
    const before = results.childElementCount;
    const state = { ...stateInForm(form), shown: before + portion };
    try {
      const hits = await found.load(before, state.shown);
      if (this.#shown !== found) return;
      this.#append(found, hits);
      writeAddress(state, 'extended');
      this.#inquiry.spoken.say(resultWords(state, found));
      results.children[before]?.querySelector('a')?.focus();
    } catch {
      this.#inquiry.spoken.say('The next results could not be loaded. Try again.');
    }
  }
}

/** Fills the fields from the address. Filters that this blog does not have are left out. */
function fill({ form, field, sort, filters }: Parts): SearchState {
  const { query, order, chosen, shown } = stateInAddress();
  field.value = query;
  sort.value = order;
  filters.tick(chosen);
  return { ...stateInForm(form), shown };
}

customElements.define('wc-search', SearchPage);
