import { topicsByFrequency, trainerOf, type Audience } from '../model/asking.ts';
import { readingMinutes, type Catalogue, type VisibleStep } from '../model/catalogue.ts';
import type { Requirement } from '../model/path.ts';

/** How long all steps take to read, in minutes. */
export function stepsMinutes(steps: readonly VisibleStep[]): number {
  return steps.reduce((sum, { entry }) => sum + readingMinutes(entry.body.words), 0);
}

const requirementWords: Record<Exclude<Requirement, 'read'>, string> = {
  comment: 'leave a comment',
  acknowledge: 'confirm that you have read it',
  quiz: 'answer its questions',
};

/** What a step asks for besides reading, in words; empty when it only asks to be read. */
export function requirementText({ requires }: Pick<VisibleStep, 'requires'>): string {
  const more = requires.flatMap((requirement) =>
    requirement === 'read' ? [] : [requirementWords[requirement]],
  );
  return more.length === 0 ? '' : `Then ${more.join(', and ')}.`;
}

/** Whom to ask about a learning path: the trainer of what it is mostly about. */
export function audienceOfPath(catalogue: Catalogue, steps: readonly VisibleStep[]): Audience {
  return { person: trainerOf(catalogue, topicsByFrequency(steps.map(({ entry }) => entry))) };
}
