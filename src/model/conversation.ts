import type { Catalogue } from './catalogue.ts';
import { authorPermalink, type Permalink } from './permalink.ts';
import type { Post } from './post.ts';
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

/** A conversation as the home page shows it: where, and who spoke last. */
export interface Talk {
  post: Post;
  thread: Thread;
  last: Reply;
}

/** The posts with the newest remarks, newest first. */
export function liveliestTalks({ posts, threadOf }: Catalogue, limit: number): Talk[] {
  return posts
    .flatMap((post) => {
      const thread = threadOf(post);
      const last = thread === undefined ? undefined : newestRemark(thread);
      return thread === undefined || last === undefined ? [] : [{ post, thread, last }];
    })
    .sort((a, b) => (a.last.createdAt < b.last.createdAt ? 1 : -1))
    .slice(0, limit);
}

/** Questions without an accepted answer, longest waiting last. */
export function openQuestions({ posts, threadOf }: Catalogue): Post[] {
  return posts.filter((post) => post.kind === 'question' && threadOf(post)?.answer == null);
}

export function remarkCount(thread: Thread | undefined): number {
  return thread === undefined ? 0 : visibleRemarks(thread).length;
}
