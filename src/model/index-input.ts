import type { Catalogue } from './catalogue.ts';
import { postPermalink, type Permalink } from './permalink.ts';
import type { Synonyms } from './synonyms.ts';

/** What the search index is made with, besides the pages themselves. */
export interface IndexInput {
  synonyms: Synonyms;
  /**
   * The pages with a date, newest first. The index holds all pages in this order, the others behind them: an order that
   * is written down beside it would weigh a fifth of what a reader loads to search ten thousand posts.
   */
  newest: readonly Permalink[];
}

export function indexInput({ posts, synonyms }: Pick<Catalogue, 'posts' | 'synonyms'>): IndexInput {
  return { synonyms, newest: posts.map(({ slug }) => postPermalink(slug)) };
}
