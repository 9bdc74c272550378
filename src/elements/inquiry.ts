import type { Hit } from '../search/pagefind.ts';
import type { Results } from '../search/answer.ts';
import { openSearch } from '../search/client.ts';
import type { SearchState } from '../search/state.ts';
import { Press } from './press.ts';
import { Spoken } from './spoken.ts';

/** What is done with the outcome of a search. */
export interface Listener {
  /** With the first of the pages that the state asks for. The others follow soon. */
  answered: (state: SearchState, results: Results, hits: readonly Hit[]) => void;
  /** The other pages; none when they could not be loaded. */
  followed: (results: Results, hits: readonly Hit[]) => void;
  /** It failed, or it takes so long that a reader has to know. An answer may still come. */
  failed: () => void;
}

// As many as a screen shows. The index has loaded them anyway, to see whether they are any good.
const first = 5;
const moment = 400;
const patience = 1800;

/** What is said when the index does not come. */
const failureWords = import.meta.env.DEV
  ? 'There is no search index while you write: a build makes it. The topics lead to every post.'
  : 'The search index could not be loaded. Try again, or start from a topic.';

/**
 * Asks the index what is typed, and says how that goes. While one question is under way only the latest of the next is
 * kept, and only it is answered.
 */
export class Inquiry {
  readonly spoken: Spoken;
  /** A pointer on a result that is listed. Nothing is shown in its place meanwhile. */
  readonly press: Press;
  readonly #listener: Listener;
  #next: SearchState | undefined;
  #running: Promise<void> | undefined;
  /** Counts questions, so that an answer that nobody waits for is dropped. */
  #turn = 0;
  /** They run from the first letter that has no answer, however many follow it. */
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor({ status, results }: { status: HTMLElement; results: HTMLElement }, listener: Listener) {
    this.spoken = new Spoken(status);
    this.press = new Press(results);
    this.#listener = listener;
  }

  ask(state: SearchState): void {
    this.#turn += 1;
    this.#next = state;
    if (this.#timers.length === 0)
      this.#timers = [
        setTimeout(() => {
          this.spoken.say('Looking…');
        }, moment),
        setTimeout(() => {
          this.#fail();
        }, patience),
      ];
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Drops the question. */
  forget(): void {
    this.#turn += 1;
    this.#next = undefined;
    this.#settle();
  }

  async #run(): Promise<void> {
    while (this.#next !== undefined) {
      const state = this.#next;
      this.#next = undefined;
      await this.#answer(state, this.#turn);
    }
  }

  async #answer(state: SearchState, turn: number): Promise<void> {
    try {
      const results = await (await openSearch())(state);
      const hits = await results.load(0, Math.min(first, state.shown));
      if (turn !== this.#turn) return;
      this.#settle();
      await this.press.over();
      if (turn !== this.#turn) return;
      this.#listener.answered(state, results, hits);
      if (results.total > first && state.shown > first) void this.#follow(results, state.shown, turn);
    } catch {
      if (turn !== this.#turn) return;
      this.#settle();
      this.#fail();
    }
  }

  /** Nobody waits for this, also not the next question. */
  async #follow(results: Results, shown: number, turn: number): Promise<void> {
    const hits = await results.load(first, shown).catch(() => {
      if (turn === this.#turn) this.spoken.say('The other results could not be loaded. Try again.');
      return [];
    });
    if (turn === this.#turn) this.#listener.followed(results, hits);
  }

  #fail(): void {
    this.spoken.say(failureWords);
    this.#listener.failed();
  }

  #settle(): void {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
  }
}
