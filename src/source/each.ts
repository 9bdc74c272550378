// Enough for the threads that share the work, and far fewer than the files that a process may have open.
const most = 128;

/**
 * What `make` gives for every item, in the order of the items. Only a few are under way at a time: a blog may have more
 * files than a process may open, and between them the process can hear that it is asked to stop.
 */
export async function each<Item, Result>(
  items: readonly Item[],
  make: (item: Item) => Promise<Result>,
  atOnce = most,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = items.entries();
  const work = async () => {
    for (const [index, item] of rest) results[index] = await make(item);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
