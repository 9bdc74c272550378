import type { Hit } from '../search/pagefind.ts';
import type { Results } from '../search/answer.ts';
import { openSearch } from '../search/client.ts';
import type { SearchState } from '../search/state.ts';

/** What is done with the course of a search. */
export interface Listener {
  /** It takes longer than a moment. */
  waiting: () => void;
  answered: (state: SearchState, results: Results, hits: readonly Hit[]) => void;
  /** It failed, or it takes so long that a reader has to know. An answer may still come. */
  failed: (state: SearchState) => void;
}

const moment = 400;
const patience = 1800;

/** Asks the index what is typed. While one question is under way only the latest of the next is kept, and only it is answered. */
export class Inquiry {
  readonly #listener: Listener;
  #next: SearchState | undefined;
  #running: Promise<void> | undefined;
  /** Counts questions, so that an answer that nobody waits for is dropped. */
  #turn = 0;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  /** Resolves when this question is answered, or when a later one has taken its place and is answered. */
  ask(state: SearchState): Promise<void> {
    this.#turn += 1;
    this.#next = state;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Drops the question. */
  forget(): void {
    this.#turn += 1;
    this.#next = undefined;
  }

  async #run(): Promise<void> {
    while (this.#next !== undefined) {
      const state = this.#next;
      this.#next = undefined;
      await this.#answer(state, this.#turn);
    }
  }

  async #answer(state: SearchState, turn: number): Promise<void> {
    const { waiting, answered, failed } = this.#listener;
    const ifWanted = (tell: () => void) => () => {
      if (turn === this.#turn) tell();
    };
    const fail = ifWanted(() => {
      failed(state);
    });
    const timers = [setTimeout(ifWanted(waiting), moment), setTimeout(fail, patience)];
    try {
      const results = await (await openSearch())(state);
      const hits = await results.load(0, state.shown);
      ifWanted(() => {
        answered(state, results, hits);
      })();
    } catch {
      fail();
    } finally {
      timers.forEach(clearTimeout);
    }
  }
}
