import type { Catalogue } from '../model/catalogue.ts';
import { pageParam, pagesOf } from '../model/pages-of.ts';
import { answeredPermalink, questionsPermalink, waitingPermalink } from '../model/permalink.ts';
import { allQuestions, answered, waiting } from '../model/question-listing.ts';
import { questionLists } from '../model/question-lists.ts';
import { plannedPages } from './planned-pages.ts';

/** The lists of all questions. */
export const questionIndexPages = plannedPages(
  (all) => {
    const indexes = questionIndexes(all);
    const tabs = indexes.map(({ label, permalink, questions }) => ({
      label,
      permalink,
      count: questions.length,
    }));
    const places = questionPlaces(all);
    return indexes.flatMap(({ questions, ...index }) =>
      pagesOf(questions, index.permalink).map((list) => ({
        params: { list: list.permalink.slice(questionsPermalink.length, -1) || undefined },
        about: { ...index, list, tabs, ...places },
      })),
    );
  },
  (_all, shown) => shown,
);

/** The lists of the questions about a topic or of a group. */
export const questionListPages = plannedPages(
  (all) =>
    questionLists(all).flatMap(({ questions, ...own }) => {
      const [collection, slug] = own.page.split('/').filter(Boolean);
      return pagesOf(questions, own.permalink).map((list) => ({
        params: { collection, slug, page: pageParam(list) },
        about: { ...own, list, count: questions.length },
      }));
    }),
  (_all, shown) => shown,
);

/** The lists of all questions, with what their rows say about time, and the words around them. */
function questionIndexes(catalogue: Catalogue) {
  const all = allQuestions(catalogue);
  return [
    {
      label: 'All',
      title: 'Questions',
      permalink: questionsPermalink,
      about: 'asking',
      intro: 'What colleagues asked, on this blog and in its discussions. The newest activity comes first.',
      empty: 'Nobody has asked anything yet.',
      questions: all,
    },
    {
      label: 'Waiting for an answer',
      title: 'Questions waiting for an answer',
      permalink: waitingPermalink,
      about: 'waiting',
      intro: 'Nobody has answered these. The one that has waited longest comes first.',
      empty: 'No question is waiting: every one has been answered.',
      questions: waiting(all),
    },
    {
      label: 'Answered',
      title: 'Answered questions',
      permalink: answeredPermalink,
      about: 'answering',
      intro: 'These have an accepted answer, or a post that answers them. The newest answer comes first.',
      empty: 'No question has been answered yet.',
      questions: answered(all),
    },
  ] as const;
}

/** The topics and groups that were asked anything, the longest list first. */
function questionPlaces(catalogue: Catalogue) {
  const lists = questionLists(catalogue)
    .map(({ of, name, permalink, questions }) => ({
      of,
      label: name,
      href: permalink,
      count: questions.length,
    }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  const placesOf = (kind: 'topic' | 'group') =>
    lists.filter(({ of }) => of === kind).map((place) => ({ ...place, of: 'questions' }));
  return { topics: placesOf('topic'), groups: placesOf('group') };
}
