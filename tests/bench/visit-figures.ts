import { sentKinds, type Sent, type SentKind } from './search-traffic.ts';
import type { Watched } from './watched-results.ts';

/** Answers of the server. */
export interface Load {
  requests: number;
  bytes: number;
}

/** What one visit of a page that searches took. Times are milliseconds. */
export interface Visit {
  /** From the first key to the first result. */
  firstResult: number;
  /** From the first key to the last of the results that the page shows at once. */
  allResults: number;
  shown: number;
  /** From each later key to the last of its results. */
  laterKeys: number[];
  /** Later keys that left the results as they were: nobody could wait for their answer, so they have no time. */
  unchanged: number;
  /** Sent before the first key, and in all by the first result and by the last. */
  sent: Record<'beforeKey' | 'byFirstResult' | 'byAllResults', Load>;
  /** What was sent by the last result of the first key. */
  kinds: Record<SentKind, Load>;
}

/** Reads what was written down in a page and at its server. The first key must have brought a result. */
export function readVisit({ origin, keys, changes }: Watched, sent: readonly Sent[]): Visit {
  const answers = keys.map((key, index) => {
    const next = keys[index + 1] ?? Infinity;
    return { key, changes: changes.filter(({ at, shown }) => at > key && at <= next && shown > 0) };
  });
  const [first, ...later] = answers;
  const start = first?.changes[0];
  const end = first?.changes.at(-1);
  if (first === undefined || start === undefined || end === undefined)
    throw new Error('The first key brought no result.');
  const by = (at: number) => sent.filter((answer) => answer.at <= origin + at);
  const atEnd = by(end.at);
  const kind = (name: SentKind) => [name, loadOf(atEnd.filter((answer) => answer.kind === name))] as const;
  return {
    firstResult: start.at - first.key,
    allResults: end.at - first.key,
    shown: end.shown,
    laterKeys: later.flatMap((answer) => {
      const last = answer.changes.at(-1);
      return last === undefined ? [] : [last.at - answer.key];
    }),
    unchanged: later.filter((answer) => answer.changes.length === 0).length,
    sent: {
      beforeKey: loadOf(by(first.key)),
      byFirstResult: loadOf(by(start.at)),
      byAllResults: loadOf(atEnd),
    },
    kinds: Object.fromEntries(sentKinds.map(kind)) as Visit['kinds'],
  };
}

function loadOf(sent: readonly Sent[]): Load {
  return { requests: sent.length, bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0) };
}
