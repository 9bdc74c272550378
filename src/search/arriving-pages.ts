import { inIndexOrder, pageToIndex, type ReadPage } from './pages-to-index.ts';

/** Pages that arrive in any order, and leave in that of the index. */
export interface ArrivingPages {
  add: (path: string, html: string) => void;
  /** Says that no more will come. */
  finish: () => void;
  batches: AsyncIterable<readonly ReadPage[]>;
}

const pagesAtOnce = 64;

/**
 * Holds pages until all before them have left. Those without a date stand behind all others, in the order of their paths, which
 * is known only when the last has come. `newest` are the permalinks of those with a date, the newest first.
 */
export function arrivingPages(newest: readonly string[]): ArrivingPages {
  const dated = newest.map((permalink) => `${permalink.slice(1)}index.html`);
  const waiting = new Map<string, ReadPage>();
  let next = 0;
  let isFinished = false;
  let wake: () => void = () => undefined;

  const inOrder = function* (paths: readonly string[]) {
    for (const path of paths) {
      const page = waiting.get(path);
      waiting.delete(path);
      if (page !== undefined) yield page;
    }
  };
  const ready = function* () {
    for (let path = dated[next]; path !== undefined && waiting.has(path); path = dated[next]) {
      next += 1;
      yield* inOrder([path]);
    }
    if (isFinished) yield* inOrder(inIndexOrder([...waiting.keys()], newest));
  };
  const batches = async function* () {
    for (;;) {
      let batch: ReadPage[] = [];
      for (const page of ready()) {
        batch.push(page);
        if (batch.length < pagesAtOnce) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
      else if (isFinished) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return {
    add: (path, html) => {
      waiting.set(path, pageToIndex(path, html));
      wake();
    },
    finish: () => {
      isFinished = true;
      wake();
    },
    batches: batches(),
  };
}
