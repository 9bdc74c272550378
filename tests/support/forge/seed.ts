import { addComment, addDiscussion, addReply, markAnswer } from './changes.ts';
import { someChange } from './some-change.ts';
import { categoryNamed, createEmptyStore, type Discussion, type Remark, type Store } from './store.ts';
import { someWords, widgetBody } from './words.ts';

export interface StoreSize {
  threads: number;
  /** Of all threads together, replies not counted. */
  comments: number;
  replies: number;
  /** How many of the comments are in one thread. */
  longestThread?: number;
  /** How many of the replies are to one comment. */
  longestReplies?: number;
  /** Thread keys of posts; more are made up when they do not suffice for the share of threads about posts. */
  keys?: readonly string[];
}

/** Small enough for hundreds of runs, with more than a page of comments in one thread and of replies to one comment. */
export const smallSize: StoreSize = {
  threads: 12,
  comments: 150,
  replies: 140,
  longestThread: 105,
  longestReplies: 102,
};

export const fullSize: StoreSize = {
  threads: 500,
  comments: 8000,
  replies: 3000,
  longestThread: 450,
  longestReplies: 250,
};

/** A repository in which people have talked for a while. The numbers of `size` are kept to exactly. */
export function createStore(seed: number, size: StoreSize = smallSize): Store {
  const store = createEmptyStore(seed);
  const threads = Array.from({ length: size.threads }, (_, index) => openThread(store, index, size));
  const [longest = missing()] = threads;
  const { chance } = store;

  const inLongest = Math.min(size.longestThread ?? 0, size.comments);
  const others = threads.length > 1 ? threads.slice(1) : threads;
  // Most threads are short: the square puts more of the remarks into fewer of the threads.
  const someThread = (): Discussion => others[Math.floor(chance.next() ** 2 * others.length)] ?? longest;
  const comments: Remark[] = [];
  for (const thread of shuffled(store, size.comments, inLongest, () => someThread(), longest)) {
    comments.push(addComment(store, thread, { body: someWords(chance, comments.length) }));
  }
  if (size.replies > 0) {
    const [answered = missing()] = others[0]?.comments ?? [];
    const toOne = Math.min(size.longestReplies ?? 0, size.replies);
    const quiet = comments.filter((comment) => comment !== answered);
    let said = 0;
    for (const comment of shuffled(store, size.replies, toOne, () => chance.pick(quiet), answered)) {
      addReply(store, comment, { body: someWords(chance, (said += 1)) });
    }
  }
  adorn(store, threads);
  return store;
}

/** What happens beside talking, without changing how many threads, comments and replies there are. */
function adorn(store: Store, threads: Discussion[]): void {
  for (const thread of threads) {
    if (thread.category.answerable && thread.comments.length > 1) {
      if (store.chance.happens(0.6)) markAnswer(store, thread, store.chance.pick(thread.comments));
    }
  }
  const quiet = ['react', 'upvote', 'edit', 'minimize', 'lock', 'close', 'vote', 'label'] as const;
  for (let count = 0; count < threads.length * 2; count += 1) someChange(store, quiet);
}

function openThread(store: Store, index: number, { threads, keys = [] }: StoreSize): Discussion {
  const share = (index * 7) % 20;
  if (index < keys.length || share < 12 || threads === 1) {
    const title = keys[index] ?? `post-${String(index + 1).padStart(4, '0')}`;
    return addDiscussion(store, {
      title,
      body: widgetBody(title),
      category: categoryNamed(store, 'Watercooler'),
    });
  }
  const category = categoryNamed(store, share < 17 ? 'Questions' : share < 19 ? 'Ideas' : 'Polls');
  const title = `Who knows about number ${index + 1}?`;
  const poll =
    category.name === 'Polls'
      ? { question: 'Which of them?', options: ['One', 'Two', 'Both'].map((label) => ({ label, votes: 0 })) }
      : undefined;
  return addDiscussion(store, {
    title,
    body: someWords(store.chance, index),
    category,
    ...(poll === undefined ? {} : { poll }),
  });
}

/** `all` places in no order: `special` of them are the special one, the others are chosen. */
function* shuffled<T>(
  { chance }: Store,
  all: number,
  special: number,
  choose: () => T,
  theSpecial: T,
): Generator<T> {
  let specials = special;
  for (let left = all; left > 0; left -= 1) {
    if (chance.next() * left < specials) {
      specials -= 1;
      yield theSpecial;
    } else {
      yield choose();
    }
  }
}

function missing(): never {
  throw new Error('A store needs a thread, and a second one with a comment before there can be replies.');
}
