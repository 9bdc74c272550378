import { audienceOfGroup, trainerOf, type Audience } from './asking.ts';
import type { Catalogue } from './catalogue.ts';
import { groupPermalink, questionsOf, tagPermalink, type Permalink } from './permalink.ts';
import { questionsAbout, questionsIn, type QuestionListing } from './question-listing.ts';

/** The questions about one topic or of one group. */
export interface QuestionList {
  of: 'topic' | 'group';
  /** The topic or the group. */
  name: string;
  page: Permalink;
  permalink: Permalink;
  questions: QuestionListing[];
  /** Whom and where to ask about it. */
  ask: Audience;
}

/** A list for each topic and each group that was asked anything, in the order of their files. */
export function questionLists(catalogue: Catalogue): QuestionList[] {
  const topics = catalogue.tags.map(({ slug, label }): QuestionList => {
    const page = tagPermalink(slug);
    const questions = questionsAbout(catalogue, slug);
    const ask = { person: trainerOf(catalogue, [slug]) };
    return { of: 'topic', name: label, page, permalink: questionsOf(page), questions, ask };
  });
  const groups = catalogue.groups.map((group): QuestionList => {
    const page = groupPermalink(group.slug);
    const questions = questionsIn(catalogue, group.slug);
    const ask = audienceOfGroup(catalogue, group);
    return { of: 'group', name: group.name, page, permalink: questionsOf(page), questions, ask };
  });
  return [...topics, ...groups].filter(({ questions }) => questions.length > 0);
}
