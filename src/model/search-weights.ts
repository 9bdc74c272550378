import type { Day } from './day.ts';

/**
 * What counts for how much in a search, all of it in this place. Weights of text are kept by the index in 24ths, so
 * smaller steps make no difference; they multiply how often a word counts, and the index dampens repetition by itself.
 */

/** Facts about a page that are searched with its text, and how much a word in them adds. */
export const metaWeights = {
  title: 6,
  tags: 3,
  authors: 3,
  /** Other words that people try for its topics, and its year. */
  also: 2,
  group: 1.5,
  kind: 1,
  // These are there to be shown. A weight of nothing is not possible.
  date: 0.1,
  comments: 0.01,
  lang: 0.01,
};

/** How much a word counts in a heading, where one in the text counts 1. */
export const headingWeights = { h2: 5, h3: 4, h4: 3, h5: 2, h6: 2 };

/** How much a word counts in a comment, and in the comment that was accepted as the answer. */
export const remarkWeight = { any: 0.6, accepted: 1.2 };

/** What a result in other words for the same thing is worth, where one in the words that were typed is worth 1. */
export const otherWordsWorth = 0.9;

/** What it adds to a page that it has the little words of a query as well, such as "how" and "the". */
export const littleWordsWorth = 0.2;

/** How much all the text of a page counts that is about the blog itself, such as the rules for writing. */
export const sitePageWeight = 0.6;

const step = 1 / 24;
/** A post loses one step for each year of its age, and this many at most. */
const mostYears = 6;
const pastReviewSteps = 3;
const answeredSteps = 3;

/**
 * How much all the text of a post counts: a fresh post before a stale one that says the same, one that is past its day of
 * review a little after its equals, and a question with an accepted answer before one without.
 */
export function postWeight(
  { date, pastReview, answered }: { date: Day; pastReview: boolean; answered: boolean },
  today: Day,
): number {
  const years = Math.max(0, Math.min(mostYears, wholeYears(date, today)));
  return 1 - step * (years + (pastReview ? pastReviewSteps : 0) - (answered ? answeredSteps : 0));
}

function wholeYears(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
