import type { Author } from '../../src/model/author.ts';
import type { Catalogue } from '../../src/model/catalogue.ts';
import { longestTalks, remarkCount, talksAbout } from '../../src/model/conversation.ts';
import { dayOf, daysBetween, type Day } from '../../src/model/day.ts';
import { absoluteUrl, postPermalink } from '../../src/model/permalink.ts';
import type { Post } from '../../src/model/post.ts';
import { permalinkOfQuestion, topicsOf } from '../../src/model/question.ts';
import { stateOfPost, stateOfQuestion } from '../../src/model/question-state.ts';
import type { Tag } from '../../src/model/tag.ts';
import { newestRemark, visibleRemarks, type Thread } from '../../src/model/thread.ts';

/** Something that somebody should say a word to. */
export interface Waiting {
  title: string;
  /** Its page of the blog. */
  page: string;
  /** Its place on the forge; null for a post that nobody has talked about. */
  thread: string | null;
  since: Day;
  days: number;
  /** Its topics by their labels, each with the name of its trainer. */
  topics: { label: string; trainer: string | null }[];
  /** The names of those who could answer: the trainers of its topics, else the authors of the post. */
  nudge: string[];
  comments: number;
}

export interface TalkedAbout {
  title: string;
  page: string;
  thread: string;
  comments: number;
  people: number;
  last: Day;
}

/** What became of the conversations. */
export interface ConversationReport {
  day: Day;
  /** The day of the last copy, or null before the first. */
  copiedOn: Day | null;
  /** How many days something may wait before it is told of. */
  patience: number;
  /** Longest waiting first. */
  questions: Waiting[];
  silent: Waiting[];
  talked: TalkedAbout[];
}

const mostTalked = 10;

/** Reads the visible conversations for those who look after them. */
export function conversationReport(catalogue: Catalogue, patience: number): ConversationReport {
  const { view, copied } = catalogue;
  const overdue = (all: Waiting[]) =>
    all.filter(({ days }) => days > patience).sort((a, b) => b.days - a.days || (a.title < b.title ? -1 : 1));
  return {
    day: view.day,
    copiedOn: copied?.copiedOn ?? null,
    patience,
    questions: overdue(unanswered(catalogue)),
    silent: overdue(withoutReply(catalogue)),
    talked: mostTalkedAbout(catalogue),
  };
}

function unanswered(catalogue: Catalogue): Waiting[] {
  const { posts, questions } = catalogue;
  return [
    ...posts
      .filter((post) => stateOfPost(catalogue, post) === 'waiting')
      .map((post) => waitingPost(catalogue, post, post.date)),
    ...questions
      .filter((question) => stateOfQuestion(catalogue, question) === 'waiting')
      .map((question) => waitingQuestion(catalogue, question)),
  ];
}

/** Posts whose only comment nobody took up, and discussions that nobody did; unanswered questions are told of already. */
function withoutReply(catalogue: Catalogue): Waiting[] {
  const { posts, questions, threadOf } = catalogue;
  return [
    ...posts.flatMap((post) => {
      const thread = threadOf(post);
      const [only, ...others] = thread === undefined ? [] : visibleRemarks(thread);
      const isOpen = thread !== undefined && !thread.closed && !thread.locked;
      const isTold = stateOfPost(catalogue, post) === 'waiting';
      if (!isOpen || isTold || only === undefined || others.length > 0) return [];
      return [waitingPost(catalogue, post, dayOf(only.createdAt))];
    }),
    ...questions
      .filter((question) => stateOfQuestion(catalogue, question) === 'talk' && remarkCount(question) === 0)
      .filter(({ closed, locked }) => !closed && !locked)
      .map((question) => waitingQuestion(catalogue, question)),
  ];
}

function waitingPost(catalogue: Catalogue, post: Post, since: Day): Waiting {
  const { site, threadOf, authors, tagBySlug, view } = catalogue;
  const thread = threadOf(post);
  const tags = post.tags.flatMap((slug) => tagBySlug.get(slug) ?? []);
  const topics = topicsWithTrainers(tags, authors);
  const writers = post.authors.map((slug) => authors.find((author) => author.slug === slug));
  return {
    title: post.title,
    page: absoluteUrl(site, postPermalink(post.slug)),
    thread: thread?.url ?? null,
    since,
    days: daysBetween(since, view.day),
    topics,
    nudge: nudged(topics, present(writers)),
    comments: remarkCount(thread),
  };
}

function waitingQuestion({ site, tags, authors, view }: Catalogue, question: Thread): Waiting {
  const topics = topicsWithTrainers(topicsOf(question, tags), authors);
  const since = dayOf(question.createdAt);
  return {
    title: question.title,
    page: absoluteUrl(site, permalinkOfQuestion(question)),
    thread: question.url,
    since,
    days: daysBetween(since, view.day),
    topics,
    nudge: nudged(topics, []),
    comments: remarkCount(question),
  };
}

function topicsWithTrainers(tags: readonly Tag[], authors: readonly Author[]): Waiting['topics'] {
  return tags.map(({ label, trainer }) => {
    const [name = null] = present([authors.find(({ slug }) => slug === trainer)]);
    return { label, trainer: name };
  });
}

function nudged(topics: Waiting['topics'], otherwise: string[]): string[] {
  const trainers = new Set(topics.flatMap(({ trainer }) => trainer ?? []));
  return trainers.size > 0 ? [...trainers] : otherwise;
}

/** The names of those who still work here, each once. */
function present(people: readonly (Author | undefined)[]): string[] {
  return [
    ...new Set(
      people.flatMap((author) => (author === undefined || author.left !== undefined ? [] : [author.name])),
    ),
  ];
}

function mostTalkedAbout(catalogue: Catalogue): TalkedAbout[] {
  return longestTalks(talksAbout(catalogue, catalogue.posts), mostTalked).map(
    ({ title, permalink, thread, count }) => ({
      title,
      page: absoluteUrl(catalogue.site, permalink),
      thread: thread.url,
      comments: count,
      people: new Set(visibleRemarks(thread).map(({ id, author }) => author?.login ?? id)).size,
      last: dayOf(newestRemark(thread)?.createdAt ?? thread.createdAt),
    }),
  );
}
