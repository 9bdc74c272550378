import { table } from '../bench/report.ts';
import { questionKinds, type Question } from './judgements.ts';

/** A question with the slugs of what was found, in the order of the results. */
export interface Answered extends Question {
  found: readonly string[];
}

/** How well questions are answered: the standard measures of retrieval, each from 0 to 1. */
export interface Relevance {
  questions: number;
  /** How many have a wanted post first, and among the first three. */
  success1: number;
  success3: number;
  /** The mean of one over the rank of the first wanted post. */
  mrr: number;
  /** How many found nothing at all. */
  zero: number;
}

/** Measures the answers; there must be one at least. */
export function relevanceOf(answers: readonly Answered[]): Relevance {
  const ranks = answers.map(rankOf);
  const share = (count: number) => count / answers.length;
  return {
    questions: answers.length,
    success1: share(ranks.filter((rank) => rank === 1).length),
    success3: share(ranks.filter((rank) => rank <= 3).length),
    mrr: share(ranks.reduce((sum, rank) => sum + 1 / rank, 0)),
    zero: share(answers.filter(({ found }) => found.length === 0).length),
  };
}

/** The place of the first wanted post among the results, counted from 1; infinite when it is not there. */
function rankOf({ wants, found }: Answered): number {
  const index = found.findIndex((slug) => wants.some((wanted) => wanted === slug));
  return index === -1 ? Infinity : index + 1;
}

/** The measures for each kind of question and for all, and every question whose answer is not among the first three. */
export function formatRelevance(answers: readonly Answered[]): string {
  const kinds = questionKinds.filter((kind) => answers.some((one) => one.kind === kind));
  const rows = kinds.map((kind) =>
    row(
      kind,
      answers.filter((one) => one.kind === kind),
    ),
  );
  const measures = table([
    ['Questions', 'Number', 'success@1', 'success@3', 'MRR', 'Nothing found'],
    ...rows,
    row('all', answers),
  ]);
  const missed = answers.filter((one) => rankOf(one) > 3);
  return missed.length === 0
    ? `${measures}\n`
    : `${measures}\n\nNot among the first three:\n${missed.map(miss).join('\n')}\n`;
}

function row(name: string, answers: readonly Answered[]): string[] {
  const { questions, success1, success3, mrr, zero } = relevanceOf(answers);
  return [name, String(questions), ...[success1, success3, mrr, zero].map((value) => value.toFixed(2))];
}

function miss(one: Answered): string {
  const { query, kind, wants, found } = one;
  const rank = rankOf(one);
  const instead = found.length === 0 ? 'nothing was found' : `first is ${found[0] ?? ''}`;
  const place = rank === Infinity ? instead : `it is number ${rank}, and ${instead}`;
  return `  ${query} (${kind}): wants ${wants[0] ?? ''}, ${place}`;
}
