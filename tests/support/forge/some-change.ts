import {
  addComment,
  addDiscussion,
  addReply,
  deleteRemark,
  editRemark,
  markAnswer,
  minimizeRemark,
  react,
  upvote,
} from './changes.ts';
import { changeDiscussion, removeDiscussion, renameCategory, transferDiscussion, vote } from './manage.ts';
import type { Discussion, Reaction, Reason, Remark, Store } from './store.ts';
import { someWords, widgetBody } from './words.ts';

const reactions: Reaction[] = ['THUMBS_UP', 'HEART', 'EYES', 'LAUGH', 'ROCKET'];
const reasons: (Reason | null)[] = ['outdated', 'off-topic', 'spam', null];

/** Each does one thing that a person could do, and does nothing when there is nothing to do it to. */
const changes = {
  comment: (store: Store) => {
    const discussion = someDiscussion(store);
    if (discussion !== undefined) addComment(store, discussion, { body: freshWords(store) });
  },
  reply: (store: Store) => {
    const comment = someComment(store);
    if (comment !== undefined) addReply(store, comment, { body: freshWords(store) });
  },
  edit: (store: Store) => {
    const remark = someRemark(store);
    if (remark?.deletedAt === null) editRemark(store, remark, `${freshWords(store)}\n\nEdited.`);
  },
  delete: (store: Store) => {
    const remark = someRemark(store);
    if (remark?.deletedAt === null) deleteRemark(store, remark);
  },
  minimize: (store: Store) => {
    const remark = someRemark(store);
    if (remark !== undefined) minimizeRemark(store, remark, store.chance.pick(reasons));
  },
  react: (store: Store) => {
    const subject = store.chance.happens(0.3) ? someDiscussion(store) : someRemark(store);
    if (subject !== undefined) react(store, subject, store.chance.pick(reactions));
  },
  upvote: (store: Store) => {
    const subject = store.chance.happens(0.3) ? someDiscussion(store) : someRemark(store);
    if (subject !== undefined) upvote(store, subject);
  },
  answer: (store: Store) => {
    const discussion = someDiscussion(store);
    if (discussion?.category.answerable !== true) return;
    const remark = someOf(store, [
      ...discussion.comments,
      ...discussion.comments.flatMap(({ replies }) => replies),
    ]);
    markAnswer(store, discussion, store.chance.happens(0.2) ? null : (remark ?? null));
  },
  lock: (store: Store) => {
    const discussion = someDiscussion(store);
    if (discussion !== undefined) changeDiscussion(store, discussion, { locked: !discussion.locked });
  },
  close: (store: Store) => {
    const discussion = someDiscussion(store);
    if (discussion !== undefined) changeDiscussion(store, discussion, { closed: !discussion.closed });
  },
  label: (store: Store) => {
    const discussion = someDiscussion(store);
    const labels = ['safety', 'tools', 'first week'].filter(() => store.chance.happens(0.4));
    if (discussion !== undefined) changeDiscussion(store, discussion, { labels });
  },
  vote: (store: Store) => {
    const discussion = someOf(
      store,
      store.discussions.filter(({ poll }) => poll !== null),
    );
    if (discussion !== undefined) vote(discussion, store.chance.int(0, 2));
  },
  open: (store: Store) => {
    const title = `opened-${store.lastDatabaseId}`;
    addDiscussion(store, { title, body: widgetBody(title), category: store.chance.pick(store.categories) });
  },
  reword: (store: Store) => {
    const discussion = someDiscussion(store);
    if (discussion !== undefined) changeDiscussion(store, discussion, { body: freshWords(store) });
  },
  move: (store: Store) => {
    const discussion = someDiscussion(store);
    const category = store.chance.pick(store.categories);
    if (discussion !== undefined) changeDiscussion(store, discussion, { category });
  },
  remove: (store: Store) => {
    const discussion = someDiscussion(store);
    if (discussion !== undefined && store.discussions.length > 2) removeDiscussion(store, discussion);
  },
  transfer: (store: Store) => {
    const discussion = someDiscussion(store);
    if (discussion === undefined || store.discussions.length <= 2) return;
    transferDiscussion(store, discussion, 'kestrel-quay/field-handbook');
  },
  'rename-category': (store: Store) => {
    const category = store.categories.find(({ name }) => name.startsWith('Ideas'));
    if (category !== undefined) renameCategory(category, `Ideas ${store.chance.int(1, 99)}`);
  },
};

export type ChangeName = keyof typeof changes;

/** What people do from day to day: any of it can happen between two calls. */
export const everydayChanges: readonly ChangeName[] = [
  ...(['comment', 'comment', 'comment', 'reply', 'reply', 'edit', 'delete', 'minimize'] as const),
  ...(['react', 'upvote', 'answer', 'lock', 'close', 'label', 'vote', 'open', 'reword', 'remove'] as const),
];

/** Does one of these, chosen by the store's own chance, and gives its name. */
export function someChange(store: Store, among: readonly ChangeName[] = everydayChanges): ChangeName {
  const name = store.chance.pick(among);
  changes[name](store);
  return name;
}

function freshWords(store: Store): string {
  return someWords(store.chance, store.lastDatabaseId);
}

function someOf<T>(store: Store, items: readonly T[]): T | undefined {
  return items.length === 0 ? undefined : store.chance.pick(items);
}

function someDiscussion(store: Store): Discussion | undefined {
  return someOf(store, store.discussions);
}

function someComment(store: Store): Remark | undefined {
  return someOf(store, someDiscussion(store)?.comments ?? []);
}

function someRemark(store: Store): Remark | undefined {
  const comment = someComment(store);
  return comment === undefined || store.chance.happens(0.6)
    ? comment
    : (someOf(store, comment.replies) ?? comment);
}
