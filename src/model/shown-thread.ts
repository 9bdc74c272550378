import { isShown, visibleRemarks, type CommentFile, type Reply, type ThreadFile } from './thread.ts';

// A conversation of a thousand remarks has a tenth of that. What is longer would hold up every build, and every reader.
const mostSigns = 1_000_000;
const mostLines = 20_000;
const mostRemarks = 2_000;

/** What a page shows of a thread, in its order, and how many remarks are to be read on the forge alone. */
export interface ShownThread {
  comments: CommentFile[];
  left: number;
}

/**
 * The accepted answer first, or the comment under which it was given, and then the others as they were written: as many
 * as a page can hold.
 */
export function shownThread(thread: ThreadFile): ShownThread {
  const room = createRoom();
  const comments: CommentFile[] = [];
  for (const comment of inOrder(thread)) {
    if (!room(comment)) break;
    const replies = takeWhile(comment.replies, room);
    comments.push({ ...comment, replies });
    if (replies.length < comment.replies.length) break;
  }
  return { comments, left: visibleRemarks(thread).length - visibleRemarks({ comments }).length };
}

/** A remark without its text, which comes as HTML. */
export type ShownRemark = Omit<Reply, 'body' | 'html'>;
export type ShownComment = ShownRemark & { replies: ShownRemark[] };

/** Comments without their text. */
export function withoutTexts(comments: readonly CommentFile[]): ShownComment[] {
  return comments.map(({ replies, ...comment }) => ({
    ...withoutText(comment),
    replies: replies.map(withoutText),
  }));
}

function withoutText({ body: _body, html: _html, ...remark }: Reply): ShownRemark {
  return remark;
}

function inOrder({ comments, answer }: Pick<ThreadFile, 'comments' | 'answer'>): CommentFile[] {
  const isAnswer = ({ id }: Reply) => id === answer;
  const answered = comments.find((comment) => isAnswer(comment) || comment.replies.some(isAnswer));
  if (answered === undefined) return comments;
  const replies = [
    ...answered.replies.filter(isAnswer),
    ...answered.replies.filter((reply) => !isAnswer(reply)),
  ];
  return [{ ...answered, replies }, ...comments.filter((comment) => comment !== answered)];
}

/** Says of one remark after another whether the page has room for it as well. */
function createRoom(): (remark: Reply) => boolean {
  let [remarks, lines, signs] = [0, 0, 0];
  return (remark) => {
    // What nobody can see is a line that says so.
    const body = isShown(remark) ? remark.body : '';
    remarks += 1;
    lines += body.split('\n').length;
    signs += body.length;
    return remarks <= mostRemarks && lines <= mostLines && signs <= mostSigns;
  };
}

function takeWhile<Item>(items: readonly Item[], isFine: (item: Item) => boolean): Item[] {
  const end = items.findIndex((item) => !isFine(item));
  return end === -1 ? [...items] : items.slice(0, end);
}

/** A long list with its middle folded away. */
export interface Folded<Item> {
  head: readonly Item[];
  middle: readonly Item[];
  tail: readonly Item[];
}

/** Where a list of remarks is folded: what is longer than `most` keeps its ends open. */
export const folds = { comments: { most: 20, head: 10, tail: 5 }, replies: { most: 8, head: 3, tail: 2 } };

export function folded<Item>(
  items: readonly Item[],
  { most, head, tail }: (typeof folds)[keyof typeof folds],
): Folded<Item> {
  if (items.length <= most) return { head: items, middle: [], tail: [] };
  return { head: items.slice(0, head), middle: items.slice(head, -tail), tail: items.slice(-tail) };
}
