import { expect, it } from 'vitest';
import { postSlug } from '../../../src/model/slug.ts';
import { readJudgements } from '../../search/judgements.ts';
import { formatRelevance, relevanceOf, type Answered } from '../../search/relevance.ts';

const answered = (query: string, wants: string[], found: string[]): Answered => ({
  ...{ query, kind: 'plain', because: 'Somebody asks.' },
  wants: wants.map((slug) => postSlug.parse(slug)),
  found,
});

const answers = [
  answered('first', ['a'], ['a', 'b']),
  answered('any of them', ['x', 'c'], ['b', 'c', 'x']),
  answered('far down', ['d'], ['a', 'b', 'c', 'd']),
  answered('nothing', ['e'], []),
];

it('measures by the rank of the first wanted post', () => {
  expect(relevanceOf(answers)).toEqual({
    questions: 4,
    success1: 0.25,
    success3: 0.5,
    mrr: (1 + 1 / 2 + 1 / 4) / 4,
    zero: 0.25,
  });
});

it('lists what is not among the first three, and what is there instead', () => {
  const report = formatRelevance(answers);
  expect(report).toContain('far down (plain): wants d, it is number 4, and first is a');
  expect(report).toContain('nothing (plain): wants e, nothing was found');
  expect(report).not.toContain('any of them');
  expect(formatRelevance(answers.slice(0, 2))).not.toContain('Not among');
});

it('has enough questions of every kind, each asked once', () => {
  const questions = readJudgements();
  const count = (...kinds: string[]) => questions.filter(({ kind }) => kinds.includes(kind)).length;
  expect(questions.length).toBeGreaterThanOrEqual(60);
  expect(count('misspelt')).toBeGreaterThanOrEqual(15);
  expect(count('synonym')).toBeGreaterThanOrEqual(10);
  expect(count('phrase', 'code')).toBeGreaterThanOrEqual(5);
  expect(count('conversation')).toBeGreaterThanOrEqual(5);
  expect(new Set(questions.map(({ query }) => query)).size).toBe(questions.length);
});
