/** What a page was seen to do. Times are milliseconds of the page's own clock. */
export interface Watched {
  /** The clock's zero, as milliseconds since 1970. */
  origin: number;
  /** When each key went down. */
  keys: number[];
  /** Whenever other results stood in the document than before. */
  changes: Change[];
}

export interface Change {
  at: number;
  /** How many results there were then. */
  shown: number;
}

declare global {
  var watchedResults: Watched | undefined;
}

/**
 * Runs in the page before its own scripts and writes down keys and results into `watchedResults`. A result is an item
 * with a link in it: while it loads, an item is an empty shape. The time is that of the change in the document, right
 * after the task that made it; to paint it takes any page another frame.
 */
export function watchResults(items: string): void {
  const watched: Watched = { origin: performance.timeOrigin, keys: [], changes: [] };
  globalThis.watchedResults = watched;
  let before = '';
  const look = () => {
    const results = [...document.querySelectorAll(items)].filter((item) => item.querySelector('a[href]'));
    const text = results.map((item) => item.textContent).join('\n');
    if (text === before) return;
    before = text;
    watched.changes.push({ at: performance.now(), shown: results.length });
  };
  addEventListener('keydown', ({ timeStamp }) => watched.keys.push(timeStamp), { capture: true });
  new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
}

/**
 * Runs in the page: whether the answer to the last key has stood for a while, or none came for a long while. An empty
 * list is no answer yet: an interface may clear it while it looks.
 */
export function isAtRest({ quiet, patience }: { quiet: number; patience: number }): boolean {
  const key = watchedResults?.keys.at(-1) ?? Infinity;
  const { at, shown } = watchedResults?.changes.at(-1) ?? { at: 0, shown: 0 };
  return performance.now() - Math.max(key, at) >= (at > key && shown > 0 ? quiet : patience);
}
