import { trainerOf } from '../model/asking.ts';
import { dayOf } from '../model/day.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { speakerOf } from '../model/conversation.ts';
import { firstWords } from '../model/first-words.ts';
import { joiningOfQuestion } from '../model/joining.ts';
import { rowOf } from '../model/listing.ts';
import { authorPermalink, questionsPermalink } from '../model/permalink.ts';
import { groupsOf, slugOfTitle, topicsOf } from '../model/question.ts';
import { listingOfQuestion } from '../model/question-listing.ts';
import { postWeight } from '../model/search-weights.ts';
import type { Thread } from '../model/thread.ts';
import { remarkBodies } from './bodies.ts';
import { conversationOn } from './conversation.ts';
import { plannedPages } from './planned-pages.ts';

export const questionPages = plannedPages(
  ({ questions }) =>
    questions.map((question) => ({
      params: { number: String(question.number), slug: slugOfTitle(question.title) },
      about: question,
    })),
  (all, question) => questionPage(all, question),
);

/** Everything that the page of a question shows. */
export function questionPage(catalogue: Catalogue, question: Thread, bodiesOf = remarkBodies) {
  const { view } = catalogue;
  const listing = listingOfQuestion(catalogue, question);
  const topics = topicsOf(question, catalogue.tags);
  const [group] = groupsOf(question, catalogue.groups);
  const tags = topics.map(({ slug }) => slug);
  const bodies = bodiesOf(question);
  const opening = bodies[question.id] ?? '';
  const asker = speakerOf(catalogue, question).permalink;
  const known = catalogue.authors.find(({ slug }) => authorPermalink(slug) === asker);
  const answers = catalogue.answersTo.get(question.number) ?? [];
  return {
    ...listing,
    question,
    bodies,
    opening,
    excerpt: firstWords(opening),
    trail: [
      { name: 'Questions', permalink: questionsPermalink },
      ...[listing.groups[0] ?? listing.tags[0]].flatMap((place) => place ?? []),
    ],
    editedOn: question.editedAt === null ? undefined : dayOf(question.editedAt),
    ask: { person: trainerOf(catalogue, tags) },
    answers: answers.map((post) => rowOf(catalogue, post)),
    related: catalogue
      .related(
        { tags, kind: 'question', ...(group !== undefined && { group: group.slug }) },
        3 + answers.length,
      )
      .filter((post) => !answers.includes(post))
      .slice(0, 3)
      .map((post) => rowOf(catalogue, post)),
    talk: conversationOn(catalogue, question, joiningOfQuestion(catalogue, question)),
    facts: {
      post: {
        title: question.title,
        date: listing.askedOn,
        kind: listing.state === 'talk' ? ('discussion' as const) : ('question' as const),
        tags,
        authors: known === undefined ? [] : [known.slug],
        group: group?.slug,
      },
      topics,
      authorNames: [listing.askers[0]?.name ?? ''],
      groupName: group?.name,
      comments: listing.comments,
      state: listing.state,
      weight: postWeight(
        { date: listing.askedOn, pastReview: false, answered: listing.state === 'answered' },
        view.day,
      ),
    },
  };
}
