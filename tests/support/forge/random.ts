/** Chance that can be repeated: the same seed gives the same choices. */
export interface Chance {
  /** From 0 up to, and not including, 1. */
  next: () => number;
  /** A whole number from `least` to `most`, both included. */
  int: (least: number, most: number) => number;
  /** True in `share` of the cases. */
  happens: (share: number) => boolean;
  pick: <T>(items: readonly T[]) => T;
}

/** The generator of 32 bits that is known as mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    happens: (share) => next() < share,
    pick: (items) => {
      const picked = items[int(0, items.length - 1)];
      if (picked === undefined) throw new Error('Nothing can be picked from an empty list.');
      return picked;
    },
  };
}
