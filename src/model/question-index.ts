import type { Content } from './content.ts';
import type { Post } from './post.ts';
import { groupsOf, lastActivity, topicsOf } from './question.ts';
import type { GroupSlug, TagSlug } from './slug.ts';
import type { Thread } from './thread.ts';
import { isQuestionVisible, type View } from './visibility.ts';

/** The visible questions, those with the newest activity first, by what pages ask for. */
export interface QuestionIndex {
  questions: Thread[];
  questionByNumber: ReadonlyMap<number, Thread>;
  questionsByTag: ReadonlyMap<TagSlug, Thread[]>;
  questionsByGroup: ReadonlyMap<GroupSlug, Thread[]>;
  /** The visible posts that say that they answer a question, by its number; newest first. */
  answersTo: ReadonlyMap<number, Post[]>;
}

/** `posts` are the visible ones. */
export function indexQuestions(
  { questions: all, groups, tags }: Pick<Content, 'questions' | 'groups' | 'tags'>,
  posts: readonly Post[],
  view: View,
): QuestionIndex {
  const questions = all
    .filter((question) => isQuestionVisible(question, view, groups))
    .sort(compareQuestions);
  return {
    questions,
    questionByNumber: new Map(questions.map((question) => [question.number, question])),
    questionsByTag: grouped(questions, (question) => topicsOf(question, tags).map(({ slug }) => slug)),
    questionsByGroup: grouped(questions, (question) => groupsOf(question, groups).map(({ slug }) => slug)),
    answersTo: grouped(posts, ({ answers }) => answers),
  };
}

function compareQuestions(a: Thread, b: Thread): number {
  const [first, second] = [lastActivity(a), lastActivity(b)];
  return first === second ? b.number - a.number : first < second ? 1 : -1;
}

/** Entries under each of their keys, in their order. */
export function grouped<Entry, Key>(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => readonly Key[],
): Map<Key, Entry[]> {
  const groups = new Map<Key, Entry[]>();
  for (const entry of entries) {
    const keys = keysOf(entry);
    for (const [index, key] of keys.entries()) {
      if (keys.indexOf(key) !== index) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
  }
  return groups;
}
