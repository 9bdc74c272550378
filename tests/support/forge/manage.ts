import { touch } from './changes.ts';
import { timeIn, type Category, type Discussion, type Store } from './store.ts';

/** What is done to a discussion as a whole, by its author or by those who look after the repository. */
type Management =
  | { title: string }
  | { body: string }
  | { category: Category }
  | { locked: boolean }
  | { closed: boolean }
  | { labels: string[] };

export function changeDiscussion(store: Store, discussion: Discussion, change: Management): void {
  store.now += store.chance.int(0, 600);
  Object.assign(discussion, change);
  if ('body' in change) discussion.lastEditedAt = timeIn(store);
  touch(store, discussion);
}

/**
 * It is in another repository from then on. Whoever may read there still finds it under its id; others find nothing, as
 * if it had been deleted.
 */
export function transferDiscussion(store: Store, discussion: Discussion, movedTo: string): void {
  store.now += store.chance.int(0, 600);
  store.discussions.splice(store.discussions.indexOf(discussion), 1);
  discussion.movedTo = movedTo;
}

/** It is gone, with everything said in it: deleted, or transferred to where the token may not read. */
export function removeDiscussion(store: Store, discussion: Discussion): void {
  store.now += store.chance.int(0, 600);
  store.discussions.splice(store.discussions.indexOf(discussion), 1);
  const gone = [discussion, ...discussion.comments, ...discussion.comments.flatMap(({ replies }) => replies)];
  for (const { id } of gone) store.nodes.delete(id);
}

/** The discussions keep their `updatedAt`. */
export function renameCategory(category: Category, name: string): void {
  category.name = name;
}

/** Never shows in the `updatedAt` of the discussion. */
export function vote({ poll }: Discussion, option: number): void {
  const chosen = poll?.options[option];
  if (chosen === undefined) throw new Error(`The discussion has no poll with an option ${option}.`);
  chosen.votes += 1;
}
