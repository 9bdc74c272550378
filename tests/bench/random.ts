/** Numbers that look random and are the same on every machine for the same seed. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next: () => number;
  /** A whole number from `least` to `most`, both included. */
  between: (least: number, most: number) => number;
  chance: (probability: number) => boolean;
  /** Throws when there is nothing to pick from. */
  pick: <Item>(items: readonly Item[]) => Item;
  /** Up to `count` different items, in the order in which they were drawn. */
  some: <Item>(items: readonly Item[], count: number) => Item[];
  /** Drawn from the normal distribution with mean 0 and deviation 1. */
  normal: () => number;
}

/** A source of numbers of its own for each seed, so that one part of a corpus never shifts another. */
export function createRandom(...seed: readonly (string | number)[]): Random {
  let state = hashOf(seed.join('/'));
  // Mulberry32: short, and good enough to place words.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[between(0, items.length - 1)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  };
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    some: <Item>(items: readonly Item[], count: number) => {
      const found = new Set<Item>();
      for (let tries = 0; items.length > 0 && found.size < count && tries < count * 8; tries += 1)
        found.add(pick(items));
      return [...found];
    },
    normal: () => {
      const sum = Array.from({ length: 12 }, next).reduce((total, part) => total + part, 0);
      return sum - 6;
    },
  };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}
