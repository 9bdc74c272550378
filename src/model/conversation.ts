import type { Catalogue } from './catalogue.ts';
import { dayOf, type Day } from './day.ts';
import { authorPermalink, postPermalink, type Permalink } from './permalink.ts';
import type { Post } from './post.ts';
import { permalinkOfQuestion } from './question.ts';
import {
  newestRemark,
  reactionNames,
  visibleRemarks,
  type Reactions,
  type Reply,
  type Thread,
} from './thread.ts';

/** Who said something: a person of this blog, somebody known to the forge only, under another name, or a deleted account. */
export interface Speaker {
  name: string;
  permalink: Permalink | undefined;
}

export function speakerOf(
  { authors, site }: Pick<Catalogue, 'authors' | 'site'>,
  { author }: Pick<Reply, 'author'>,
): Speaker {
  if (author === null) return { name: 'A deleted account', permalink: undefined };
  const isTheirs = ({ login }: { login?: string | undefined }) => isSameLogin(login, author.login);
  const pseudonym = site.threads.pseudonyms.find(isTheirs);
  if (pseudonym !== undefined) return { name: pseudonym.name, permalink: undefined };
  const known = authors.find(isTheirs);
  if (known === undefined) return { name: author.name ?? author.login, permalink: undefined };
  return { name: known.name, permalink: authorPermalink(known.slug) };
}

/** Accounts of a forge are the same in capital and small letters. */
export function isSameLogin(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

const faces: Record<(typeof reactionNames)[number], [symbol: string, words: string]> = {
  THUMBS_UP: ['👍', 'thumbs up'],
  THUMBS_DOWN: ['👎', 'thumbs down'],
  LAUGH: ['😄', 'laugh'],
  HOORAY: ['🎉', 'hooray'],
  CONFUSED: ['😕', 'confused'],
  HEART: ['❤️', 'heart'],
  ROCKET: ['🚀', 'rocket'],
  EYES: ['👀', 'eyes'],
};

export function reactionList(reactions: Reactions): { symbol: string; words: string; count: number }[] {
  return reactionNames.flatMap((name) => {
    const count = reactions[name] ?? 0;
    const [symbol, words] = faces[name];
    return count === 0 ? [] : [{ symbol, words, count }];
  });
}

/** A conversation and the page that it is on. */
export interface Talk {
  title: string;
  permalink: Permalink;
  thread: Thread;
}

/** The conversations about posts, in the order of the posts. */
export function talksAbout({ threadOf }: Pick<Catalogue, 'threadOf'>, posts: readonly Post[]): Talk[] {
  return posts.flatMap((post) => {
    const thread = threadOf(post);
    return thread === undefined ? [] : [{ title: post.title, permalink: postPermalink(post.slug), thread }];
  });
}

/** The conversations that questions are. */
export function talksIn(questions: readonly Thread[]): Talk[] {
  return questions.map((thread) => ({
    title: thread.title,
    permalink: permalinkOfQuestion(thread),
    thread,
  }));
}

/** Everything that is talked about: posts, and questions that stand by themselves. */
export function allTalks(catalogue: Pick<Catalogue, 'threadOf' | 'posts' | 'questions'>): Talk[] {
  return [...talksAbout(catalogue, catalogue.posts), ...talksIn(catalogue.questions)];
}

/** The conversations with the newest remarks, newest first, each with the last of them. */
export function liveliestTalks(catalogue: Catalogue, limit: number): (Talk & { last: Reply })[] {
  return allTalks(catalogue)
    .flatMap((talk) => {
      const last = newestRemark(talk.thread);
      return last === undefined ? [] : [{ ...talk, last }];
    })
    .sort((a, b) => (a.last.createdAt < b.last.createdAt ? 1 : -1))
    .slice(0, limit);
}

/** The conversations with the most remarks, longest first; those without any are left out. */
export function longestTalks(talks: readonly Talk[], limit: number): (Talk & { count: number })[] {
  return talks
    .map((talk) => ({ ...talk, count: remarkCount(talk.thread) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, limit);
}

/** The day of the newest remark a reader can see. */
export function lastCommentDay(thread: Thread | undefined): Day | undefined {
  const last = thread === undefined ? undefined : newestRemark(thread);
  return last === undefined ? undefined : dayOf(last.createdAt);
}

/** How many remarks of a thread a reader can see. */
export function remarkCount(thread: Thread | undefined): number {
  return thread === undefined ? 0 : visibleRemarks(thread).length;
}
