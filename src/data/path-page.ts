import { topicsByFrequency, trainerOf, type Audience } from '../model/asking.ts';
import { readingMinutes, type Catalogue, type VisibleStep } from '../model/catalogue.ts';
import { pathPermalink, postPermalink } from '../model/permalink.ts';
import { stateOfPost } from '../model/question-state.ts';
import type { Requirement } from '../model/path.ts';
import { plannedPages } from './planned-pages.ts';
import { provenanceOf } from './provenance.ts';

export const pathPages = plannedPages(
  ({ paths }) => paths.map((path) => ({ params: { slug: path.slug }, about: path })),
  (all, path) => {
    const steps = all.stepsOf(path.slug);
    return {
      path,
      permalink: pathPermalink(path.slug),
      minutes: stepsMinutes(steps),
      steps: steps.map(({ entry, ...step }) => ({
        slug: entry.slug,
        title: entry.title,
        permalink: postPermalink(entry.slug),
        because: step.because,
        kind: entry.kind,
        state: stateOfPost(all, entry),
        minutes: readingMinutes(entry.body.words),
        requirement: requirementText(step),
        afterDays: step.afterDays,
      })),
      ask: audienceOfPath(all, steps),
      provenance: provenanceOf(all, path.source),
    };
  },
);

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
function audienceOfPath(catalogue: Catalogue, steps: readonly VisibleStep[]): Audience {
  return { person: trainerOf(catalogue, topicsByFrequency(steps.map(({ entry }) => entry))) };
}
