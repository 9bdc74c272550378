import type { Author } from '../model/author.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { allTalks, isSameLogin, speakerOf } from '../model/conversation.ts';
import { dayOf } from '../model/day.ts';
import { rowOf, type Named } from '../model/listing.ts';
import { authorPermalink, groupPermalink, tagPermalink } from '../model/permalink.ts';
import { listQuestions } from '../model/question-listing.ts';
import { addresseeOf } from '../model/asking.ts';
import { acceptedAnswer, remarkAnchor, visibleRemarks, type Reply } from '../model/thread.ts';
import { listPage, listPagesOf } from './list-pages.ts';
import { plannedPages } from './planned-pages.ts';

export const authorPages = plannedPages(
  (all) =>
    all.authors.flatMap((author) => {
      const besides = () => ({
        author,
        ask: { person: addresseeOf(author) },
        ...authorPage(all, author),
      });
      return listPagesOf(
        author.slug,
        all.postsByAuthor.get(author.slug),
        authorPermalink(author.slug),
        besides,
      );
    }),
  (all, { permalink, list, besides }) => ({ permalink, list: listPage(all, list), ...besides() }),
);

/**
 * What an author's page shows besides their posts: topics and groups, thanks they were
 * given, what they asked and answered, and talks they took part in.
 */
export function authorPage(catalogue: Catalogue, author: Author) {
  const { posts, postsByAuthor, groups, tagBySlug } = catalogue;
  const counts = new Map<string, { topic: Named; count: number }>();
  for (const { tags } of postsByAuthor.get(author.slug) ?? [])
    for (const slug of tags) {
      const topic = { name: tagBySlug.get(slug)?.label ?? slug, permalink: tagPermalink(slug) };
      counts.set(slug, { topic, count: (counts.get(slug)?.count ?? 0) + 1 });
    }
  const isTheirs = createIsTheirs(catalogue, author);
  const talks = allTalks(catalogue).map((talk) => ({
    ...talk,
    remarks: visibleRemarks(talk.thread).filter(isTheirs),
  }));
  return {
    topics: [...counts.values()]
      .sort((a, b) => b.count - a.count || (a.topic.name < b.topic.name ? -1 : 1))
      .map(({ topic }) => topic),
    groups: groups
      .filter(
        ({ access, stewards, members }) =>
          access === 'open' && (stewards.includes(author.slug) || members.includes(author.slug)),
      )
      .map(({ name, slug }) => ({ name, permalink: groupPermalink(slug) })),
    thanks: posts
      .filter(({ to }) => to?.includes(author.slug) === true)
      .map((post) => rowOf(catalogue, post)),
    asked: listQuestions(catalogue, [], catalogue.questions.filter(isTheirs)),
    answers: talks
      .flatMap(({ title, permalink: page, thread }) => {
        const answer = acceptedAnswer(thread);
        return answer === undefined || !isTheirs(answer)
          ? []
          : [{ title, href: `${page}#${remarkAnchor(answer)}`, day: dayOf(answer.createdAt) }];
      })
      .sort((a, b) => (a.day < b.day ? 1 : -1)),
    spokeIn: talks
      .flatMap(({ title, permalink: page, remarks }) => {
        const [first] = remarks;
        const last = remarks.reduce((newest, { createdAt }) => (createdAt > newest ? createdAt : newest), '');
        return first === undefined
          ? []
          : [{ title, href: `${page}#conversation`, count: remarks.length, day: dayOf(last) }];
      })
      .sort((a, b) => (a.day < b.day ? 1 : -1)),
  };
}

/** Says whether somebody said something under their own name. */
function createIsTheirs(
  catalogue: Catalogue,
  { slug, login }: Author,
): (said: Pick<Reply, 'author'>) => boolean {
  if (login === undefined) return () => false;
  const { permalink } = speakerOf(catalogue, { author: { login, name: null } });
  if (permalink !== authorPermalink(slug)) return () => false;
  return ({ author }) => author !== null && isSameLogin(login, author.login);
}
