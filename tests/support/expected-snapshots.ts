import { threadSchema } from '../../src/model/thread.ts';
import type { Discussion, Store } from './forge/store.ts';
import { trueThread } from './forge/truth.ts';

/** What the snapshots of a store have to say, by path, without the time of copying. `posts` are the slugs that have a post. */
export function expectedSnapshots(store: Store, posts: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    store.discussions.flatMap((discussion) => {
      const path = pathOf(discussion, posts);
      return path === undefined ? [] : [[path, trueThread(store, discussion)]];
    }),
  );
}

/** Stored snapshots without what depends on when they were copied. */
export function withoutTime(snapshots: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(snapshots).map(([path, thread]) => {
      const { copiedAt: _, formerTitles: __, ...rest } = threadSchema.parse(thread);
      return [path, rest];
    }),
  );
}

function pathOf({ category, title, number }: Discussion, posts: readonly string[]): string | undefined {
  if (category.name === 'Watercooler') return posts.includes(title) ? `threads/${title}.json` : undefined;
  return `threads/questions/${number}.json`;
}
