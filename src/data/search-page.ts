import type { Author } from '../model/author.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { speakerOf } from '../model/conversation.ts';
import { authorPermalink, tagPermalink } from '../model/permalink.ts';
import { stateWords } from '../model/question-state.ts';
import { kindLabels, kinds } from '../model/post.ts';

/** What the search page is made of: topics to start from, and everything that results can be narrowed by. */
export function searchPage(catalogue: Catalogue) {
  const { site, tags, authors, authorBySlug, groups, questions } = catalogue;
  const { postsByTag, postsByAuthor, postsByGroup, postsByYear, questionsByTag, questionsByGroup } =
    catalogue;
  const askers = new Set<string | undefined>(
    questions.map((question) => speakerOf(catalogue, question).permalink),
  );
  const years = new Set([...postsByYear.keys(), ...questions.map(({ createdAt }) => createdAt.slice(0, 4))]);
  const byLabel = (a: { label: string }, b: { label: string }) =>
    a.label.localeCompare(b.label, site.language);
  const topics = tags
    .map(({ slug, label, aliases, trainer }) => ({
      slug,
      label,
      href: tagPermalink(slug),
      count: postsByTag.get(slug)?.length ?? 0,
      words: [label, ...aliases].join(' '),
      trainer: trainer === undefined ? undefined : trainerOf(authorBySlug.get(trainer)),
    }))
    .filter(({ slug, count }) => count > 0 || questionsByTag.has(slug))
    .sort(byLabel);
  const writers = authors.flatMap(({ slug, name }) =>
    postsByAuthor.has(slug) || askers.has(authorPermalink(slug)) ? [{ value: slug, label: name }] : [],
  );
  const circles = groups.flatMap(({ slug, name }) =>
    postsByGroup.has(slug) || questionsByGroup.has(slug) ? [{ value: slug, label: name }] : [],
  );
  return {
    topics,
    filters: [
      {
        facet: 'tag',
        title: 'Topic',
        options: topics.map(({ slug, label }) => ({ value: slug, label })),
      },
      { facet: 'author', title: 'Author', options: writers.sort(byLabel) },
      { facet: 'group', title: 'Group', options: circles.sort(byLabel) },
      {
        facet: 'kind',
        title: 'Kind',
        options: [
          ...kinds.map((kind) => ({ value: kind, label: kindLabels[kind] })),
          { value: 'discussion', label: stateWords.talk },
          { value: 'page', label: 'Page of this blog' },
        ],
      },
      {
        facet: 'year',
        title: 'Year',
        options: [...years]
          .sort()
          .reverse()
          .map((year) => ({ value: year, label: year })),
      },
      {
        facet: 'answered',
        title: 'Questions',
        options: [
          { value: 'yes', label: 'Answered' },
          { value: 'no', label: 'Still open' },
        ],
      },
      { facet: 'comments', title: 'Conversation', options: [{ value: 'yes', label: 'Has comments' }] },
    ].filter(({ options }) => options.length > 0),
  };
}

/** Who can be asked about a topic, as long as they are here. */
function trainerOf(author: Author | undefined): { name: string; href: string } | undefined {
  if (author === undefined || author.left !== undefined) return undefined;
  return { name: author.name, href: authorPermalink(author.slug) };
}
