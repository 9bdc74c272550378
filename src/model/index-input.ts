import type { Catalogue } from './catalogue.ts';
import { dayOf } from './day.ts';
import { postPermalink, type Permalink } from './permalink.ts';
import { permalinkOfQuestion } from './question.ts';
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

export function indexInput({
  posts,
  questions,
  synonyms,
}: Pick<Catalogue, 'posts' | 'questions' | 'synonyms'>): IndexInput {
  const dated = [
    ...posts.map(({ slug, date }) => ({ page: postPermalink(slug), date })),
    ...questions.map((question) => ({
      page: permalinkOfQuestion(question),
      date: dayOf(question.createdAt),
    })),
  ];
  return { synonyms, newest: dated.sort((a, b) => compare(b.date, a.date)).map(({ page }) => page) };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
