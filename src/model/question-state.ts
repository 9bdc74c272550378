import type { Catalogue } from './catalogue.ts';
import type { Post } from './post.ts';
import { acceptedAnswer, type Thread } from './thread.ts';

/**
 * Where a question stands: it has an accepted answer or a post that answers it; it waits for one; it was closed or locked
 * without one; or it is in a category whose discussions are never answered, and is talked about.
 */
export type QuestionState = 'answered' | 'waiting' | 'closed' | 'talk';

/** The words for each state, as a label. */
export const stateWords: Record<QuestionState, string> = {
  answered: 'Question, answered',
  waiting: 'Question, not answered yet',
  closed: 'Question, closed without an answer',
  talk: 'Discussion',
};

type Known = Pick<Catalogue, 'threadOf' | 'answersTo'>;

/** Where a post of the kind question stands; undefined for every other kind. */
export function stateOfPost({ threadOf }: Pick<Known, 'threadOf'>, post: Post): QuestionState | undefined {
  if (post.kind !== 'question') return undefined;
  const thread = threadOf(post);
  return thread === undefined ? 'waiting' : stateOfThread(thread);
}

/** Where a question that stands by itself is. */
export function stateOfQuestion({ answersTo }: Pick<Known, 'answersTo'>, question: Thread): QuestionState {
  if (answersTo.has(question.number)) return 'answered';
  return question.category.answerable ? stateOfThread(question) : 'talk';
}

function stateOfThread(thread: Thread): QuestionState {
  if (acceptedAnswer(thread) !== undefined) return 'answered';
  return thread.closed || thread.locked ? 'closed' : 'waiting';
}
