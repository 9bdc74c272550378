/** How the pages of a newer index differ from those of the main one. Both count their pages from 0, the newest first. */
export interface Renumbering {
  /** How many pages the main index has. */
  pages: number;
  /** Those of its pages that are no more or have changed, in order. */
  gone: readonly number[];
  /** The pages of the newer index that are new or have changed, by their numbers in it, in order. */
  added: readonly number[];
}

/** The newer number of each page of the main index; -1 for those that are gone. */
export function newNumbers({ pages, gone, added }: Renumbering): Int32Array {
  const numbers = new Int32Array(pages);
  let [number, nextGone, nextAdded] = [0, 0, 0];
  for (let page = 0; page < pages; page += 1) {
    if (gone[nextGone] === page) {
      numbers[page] = -1;
      nextGone += 1;
      continue;
    }
    while (added[nextAdded] === number) {
      number += 1;
      nextAdded += 1;
    }
    numbers[page] = number;
    number += 1;
  }
  return numbers;
}
