import type { FilterPages } from './index-files.ts';

/** Pages of an index by the values of their filters, and the number that each gets; -1 for none. */
export interface NumberedFilters {
  filters: readonly FilterPages[];
  number: (page: number) => number;
}

/** The filters of several indexes in one, without values that no page has. */
export function mergeFilters(indexes: readonly NumberedFilters[]): FilterPages[] {
  const merged = new Map<string, Map<string, number[]>>();
  for (const { filters, number } of indexes)
    for (const { filter, values } of filters)
      for (const [value, pages] of values) {
        const numbers = pages.map(number).filter((page) => page >= 0);
        if (numbers.length === 0) continue;
        const known = merged.get(filter) ?? new Map<string, number[]>();
        known.set(
          value,
          [...(known.get(value) ?? []), ...numbers].sort((a, b) => a - b),
        );
        merged.set(filter, known);
      }
  return [...merged]
    .sort(byName)
    .map(([filter, values]) => ({ filter, values: new Map([...values].sort(byName)) }));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
