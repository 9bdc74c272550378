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

/** What a list shows of a post. */
export interface Listing {
  title: string;
  permalink: Permalink;
  excerpt: string;
  kind: Kind;
  date: Day;
  lang: string | undefined;
  authors: Named[];
  tags: Named[];
  comments: number;
  /** The day of the newest comment; undefined where there is none. */
  lastComment: Day | undefined;
  /** Where a question stands; undefined for every other kind. */
  state: QuestionState | undefined;
  standing: Standing;
  /** Where a link post leads. */
  link: string | undefined;
}

const listings = new WeakMap<Catalogue, Map<Post, Listing>>();

/** A post as lists, rows and feeds show it. Many pages show the same post. */
export function listingOf(catalogue: Catalogue, post: Post): Listing {
  const known = listings.get(catalogue) ?? new Map<Post, Listing>();
  listings.set(catalogue, known);
  const listing = known.get(post) ?? newListing(catalogue, post);
  known.set(post, listing);
  return listing;
}

function newListing(catalogue: Catalogue, post: Post): Listing {
  const thread = catalogue.threadOf(post);
  return {
    title: post.title,
    permalink: postPermalink(post.slug),
    excerpt: excerptOf(post),
    kind: post.kind,
    date: post.date,
    lang: post.lang,
    authors: authorsOf(catalogue, post),
    tags: tagsOf(catalogue, post),
    comments: remarkCount(thread),
    lastComment: lastCommentDay(thread),
    state: stateOfPost(catalogue, post),
    standing: standing(post, catalogue.view),
    link: post.link,
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
