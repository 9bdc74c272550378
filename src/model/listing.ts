import { excerptOf, type Catalogue } from './catalogue.ts';
import { lastCommentDay, remarkCount } from './conversation.ts';
import type { Day } from './day.ts';
import type { Permalink } from './permalink.ts';
import { authorPermalink, postPermalink, tagPermalink } from './permalink.ts';
import type { Kind, Post } from './post.ts';
import { stateOfPost, type QuestionState } from './question-state.ts';
import { standing, type Standing } from './visibility.ts';

/** A named link. */
export interface Named {
  name: string;
  permalink: Permalink;
}

/** What a row shows of a post. */
export interface Row {
  title: string;
  permalink: Permalink;
  kind: Kind;
  date: Day;
  lang: string | undefined;
  authors: Named[];
  comments: number;
  /** The day of the newest comment; undefined where there is none. */
  lastComment: Day | undefined;
  /** Where a question stands; undefined for every other kind. */
  state: QuestionState | undefined;
  standing: Standing;
}

/** What a list shows of a post that says more of each. */
export interface Listing extends Row {
  excerpt: string;
  tags: Named[];
}

/**
 * A post as rows show it. Many pages show the same post, and each is made again when anything in its rows changes, so that
 * nothing stands in them that is not shown.
 */
export const rowOf = perPost((catalogue, post): Row => {
  const thread = catalogue.threadOf(post);
  return {
    title: post.title,
    permalink: postPermalink(post.slug),
    kind: post.kind,
    date: post.date,
    lang: post.lang,
    authors: authorsOf(catalogue, post),
    comments: remarkCount(thread),
    lastComment: lastCommentDay(thread),
    state: stateOfPost(catalogue, post),
    standing: standing(post, catalogue.view),
  };
});

/** A post as the lists show it that say more. */
export const listingOf = perPost((catalogue, post): Listing => ({
  ...rowOf(catalogue, post),
  excerpt: excerptOf(post),
  tags: tagsOf(catalogue, post),
}));

/** Makes something of a post once for all pages of a build. */
function perPost<Made>(make: (catalogue: Catalogue, post: Post) => Made) {
  const made = new WeakMap<Catalogue, Map<Post, Made>>();
  return (catalogue: Catalogue, post: Post): Made => {
    const known = made.get(catalogue) ?? new Map<Post, Made>();
    made.set(catalogue, known);
    const one = known.get(post) ?? make(catalogue, post);
    known.set(post, one);
    return one;
  };
}

export function authorsOf(
  { authorBySlug }: Pick<Catalogue, 'authorBySlug'>,
  post: Pick<Post, 'authors'>,
): Named[] {
  return post.authors.map((slug) => ({
    name: authorBySlug.get(slug)?.name ?? slug,
    permalink: authorPermalink(slug),
  }));
}

export function tagsOf({ tagBySlug }: Pick<Catalogue, 'tagBySlug'>, post: Pick<Post, 'tags'>): Named[] {
  return post.tags.map((slug) => ({
    name: tagBySlug.get(slug)?.label ?? slug,
    permalink: tagPermalink(slug),
  }));
}

/** Names in a sentence: `Inês Carvalho`, `Hana Satō and Dev Patel`. */
export function listWords(words: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
}
