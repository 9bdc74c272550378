import type { Hit } from '../search/pagefind.ts';
import type { Results } from '../search/answer.ts';
import { warmSearch } from '../search/client.ts';
import { asksSomething, parseState, printState, type SearchState } from '../search/state.ts';
import { resultWords } from '../search/words.ts';
import { Inquiry } from './inquiry.ts';
import { listenToKeys, replaceResults } from './result-keys.ts';
import { showMeant } from './search-meant.ts';
import { createResults } from './search-results.ts';

const listed = 6;

type Parts = NonNullable<ReturnType<typeof partsOf>>;

function partsOf(root: HTMLDialogElement) {
  const form = root.querySelector('form');
  const field = root.querySelector('input');
  const status = root.querySelector<HTMLElement>('[role="status"]');
  const meant = root.querySelector<HTMLElement>('.meant');
  const results = root.querySelector<HTMLElement>('.results');
  const none = root.querySelector<HTMLElement>('.none');
  const failed = root.querySelector<HTMLElement>('.failed');
  const whole = root.querySelector<HTMLAnchorElement>('.whole');
  const template = root.querySelector('template');
  if (!form || !field || !status || !meant || !results || !none || !failed || !whole || !template)
    return null;
  return { dialog: root, form, field, status, meant, results, none, failed, whole, template };
}

/** The search in a dialog: the first results of what is typed, and the way to all of them. */
export class SearchDialog {
  readonly #parts: Parts;
  readonly #inquiry: Inquiry;

  /** Takes over a dialog that lacks nothing, with what was typed before, and loads the index. */
  static conduct(root: HTMLDialogElement): void {
    warmSearch();
    const parts = partsOf(root);
    if (parts !== null) new SearchDialog(parts).#ask();
  }

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.#inquiry = new Inquiry(parts, {
      answered: (state, results, hits) => {
        this.#show(state, results, hits);
      },
      followed: (_results, hits) => {
        this.#append(hits);
      },
      failed: () => {
        this.#list([]);
        parts.failed.hidden = false;
      },
    });
    const { dialog: root, field, results, failed } = parts;
    field.addEventListener('input', () => {
      this.#ask();
    });
    failed.querySelector('button')?.addEventListener('click', () => {
      field.focus();
      this.#ask();
    });
    results.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link?.pathname === location.pathname) root.close();
    });
    listenToKeys(root, parts);
  }

  #ask(): void {
    const { field, whole } = this.#parts;
    const state = { ...parseState(new URLSearchParams({ q: field.value })), shown: listed };
    whole.href = whole.pathname + printState({ ...state, shown: 0 });
    if (asksSomething(state)) this.#inquiry.ask(state);
    else {
      this.#inquiry.forget();
      this.#list([]);
      this.#inquiry.spoken.say('');
    }
  }

  #show(state: SearchState, results: Results, hits: readonly Hit[]): void {
    const { meant, none, whole } = this.#parts;
    this.#list(hits);
    none.hidden = hits.length > 0;
    none.querySelector('a')?.setAttribute('href', whole.href);
    this.#inquiry.spoken.say(resultWords({ ...state, shown: 0 }, results), 'in a pause');
    showMeant(meant, results.suggestions ?? [], { ...state, shown: 0 }, whole.pathname);
  }

  #append(hits: readonly Hit[]): void {
    this.#parts.results.append(...this.#created(hits));
  }

  #created(hits: readonly Hit[]): Node[] {
    const { template, dialog } = this.#parts;
    return createResults(hits, template, dialog.dataset['language'] ?? 'en');
  }

  /** Lists these, and hides what belongs to another state. */
  #list(hits: readonly Hit[]): void {
    const { meant, none, failed } = this.#parts;
    replaceResults(this.#parts, this.#created(hits));
    meant.hidden = true;
    none.hidden = true;
    failed.hidden = true;
  }
}
