import {
  createId,
  timeIn,
  type Category,
  type Discussion,
  type Person,
  type Poll,
  type Reaction,
  type Reason,
  type Remark,
  type Store,
} from './store.ts';

/** Whether the change shows in the `updatedAt` of the discussion. Unless told, chance decides, as it seems on the forge. */
interface Moving {
  moves?: boolean;
}

interface Words {
  body: string;
  author?: Person | null;
}

/**
 * Lets time pass before a change: usually seconds to minutes, and sometimes none at all, because two people can do
 * something within one second.
 */
function tick(store: Store): void {
  store.now += store.chance.happens(0.15) ? 0 : store.chance.int(1, 900);
}

function written(store: Store, prefix: 'D' | 'DC', { body, author = somebody(store) }: Words) {
  const id = createId(store, prefix);
  const now = timeIn(store);
  return {
    id,
    databaseId: store.lastDatabaseId,
    author,
    body,
    createdAt: now,
    updatedAt: now,
    lastEditedAt: null,
    upvotes: 1,
    reactions: new Map<Reaction, number>(),
  };
}

/** Now and then somebody whose account is gone. */
function somebody({ chance, people }: Store): Person | null {
  return chance.happens(0.03) ? null : chance.pick(people);
}

export function addDiscussion(
  store: Store,
  words: Words & { title: string; category: Category; labels?: string[]; poll?: Poll },
): Discussion {
  tick(store);
  // Issues and pull requests take numbers too.
  store.lastNumber += store.chance.int(1, 4);
  const discussion: Discussion = {
    is: 'discussion',
    ...written(store, 'D', words),
    number: store.lastNumber,
    title: words.title,
    category: words.category,
    labels: words.labels ?? [],
    locked: false,
    closed: false,
    answer: null,
    answerChosenAt: null,
    poll: words.poll ?? null,
    comments: [],
    movedTo: null,
  };
  store.discussions.push(discussion);
  store.nodes.set(discussion.id, discussion);
  return discussion;
}

export function addComment(store: Store, discussion: Discussion, words: Words): Remark {
  tick(store);
  const comment = remark(store, discussion, null, words);
  discussion.comments.push(comment);
  touch(store, discussion);
  return comment;
}

export function addReply(store: Store, comment: Remark, words: Words & Moving): Remark {
  tick(store);
  const reply = remark(store, comment.discussion, comment, words);
  comment.replies.push(reply);
  mayTouch(store, comment.discussion, words);
  return reply;
}

function remark(store: Store, discussion: Discussion, replyTo: Remark | null, words: Words): Remark {
  const made: Remark = {
    is: 'remark',
    ...written(store, 'DC', words),
    discussion,
    replyTo,
    replies: [],
    minimized: null,
    deletedAt: null,
  };
  store.nodes.set(made.id, made);
  return made;
}

export function editRemark(store: Store, edited: Remark, body: string, moving: Moving = {}): void {
  tick(store);
  edited.body = body;
  edited.lastEditedAt = timeIn(store);
  edited.updatedAt = timeIn(store);
  mayTouch(store, edited.discussion, moving);
}

/** A comment with replies stays as an empty place with its date of deletion; everything else goes without a trace. */
export function deleteRemark(store: Store, deleted: Remark, moving: Moving = {}): void {
  tick(store);
  const { discussion, replyTo } = deleted;
  if (discussion.answer === deleted) discussion.answer = discussion.answerChosenAt = null;
  if (deleted.replies.length > 0) {
    Object.assign(deleted, { deletedAt: timeIn(store), updatedAt: timeIn(store), body: '', author: null });
    deleted.reactions.clear();
  } else {
    const siblings = replyTo === null ? discussion.comments : replyTo.replies;
    siblings.splice(siblings.indexOf(deleted), 1);
    store.nodes.delete(deleted.id);
  }
  mayTouch(store, discussion, moving);
}

/** A moderator hides it, or with null shows it again. */
export function minimizeRemark(
  store: Store,
  hidden: Remark,
  reason: Reason | null,
  moving: Moving = {},
): void {
  tick(store);
  hidden.minimized = reason;
  mayTouch(store, hidden.discussion, moving);
}

/** Never shows in the `updatedAt` of anything. */
export function react(store: Store, to: Remark | Discussion, reaction: Reaction, by: 1 | -1 = 1): void {
  tick(store);
  const count = Math.max(0, (to.reactions.get(reaction) ?? 0) + by);
  if (count === 0) to.reactions.delete(reaction);
  else to.reactions.set(reaction, count);
}

/** Never shows in the `updatedAt` of anything. */
export function upvote(store: Store, to: Remark | Discussion): void {
  tick(store);
  to.upvotes += 1;
}

/** Marks the accepted answer, or with null takes the mark away. */
export function markAnswer(store: Store, discussion: Discussion, answer: Remark | null): void {
  tick(store);
  discussion.answer = answer;
  discussion.answerChosenAt = answer === null ? null : timeIn(store);
  touch(store, discussion);
}

/** Writes the time into the discussion: what every visible change of it does. */
export function touch(store: Store, discussion: Discussion): void {
  discussion.updatedAt = timeIn(store);
}

function mayTouch(store: Store, discussion: Discussion, { moves = store.chance.happens(0.5) }: Moving): void {
  if (moves) touch(store, discussion);
}
