import type { Catalogue } from '../model/catalogue.ts';
import { trainerOf } from '../model/asking.ts';
import { lastCommentDay, longestTalks, talksAbout, talksIn } from '../model/conversation.ts';
import { rowOf, type Named } from '../model/listing.ts';
import { authorPermalink, tagPermalink } from '../model/permalink.ts';
import { questionsAbout } from '../model/question-listing.ts';
import type { TagSlug } from '../model/slug.ts';
import type { Tag } from '../model/tag.ts';
import { listPage, listPagesOf } from './list-pages.ts';
import { plannedPages } from './planned-pages.ts';

const mostDiscussedCount = 3;

export const tagPages = plannedPages(
  (all) =>
    all.tags.flatMap((tag) => {
      const posts = all.postsByTag.get(tag.slug);
      const besides = () => ({ tag, count: posts?.length ?? 0, ...tagPage(all, tag) });
      return listPagesOf(tag.slug, posts, tagPermalink(tag.slug), besides);
    }),
  (all, { permalink, list, besides }) => ({ permalink, list: listPage(all, list), ...besides() }),
);

/** What stands beside the posts of a topic: where to start, whom to ask, and the topics that go with it. */
export function tagPage(catalogue: Catalogue, tag: Tag) {
  const { authorBySlug, postBySlug } = catalogue;
  const trainer = tag.trainer === undefined ? undefined : authorBySlug.get(tag.trainer);
  const person = trainerOf(catalogue, [tag.slug]);
  return {
    pinned: tag.pinned.flatMap((slug) => postBySlug.get(slug) ?? []).map((post) => rowOf(catalogue, post)),
    trainer: person && trainer && { name: trainer.name, permalink: authorPermalink(trainer.slug) },
    ask: { person },
    questions: questionsAbout(catalogue, tag.slug),
    mostDiscussed: longestTalks(
      [
        ...talksAbout(catalogue, catalogue.postsByTag.get(tag.slug) ?? []),
        ...talksIn(catalogue.questionsByTag.get(tag.slug) ?? []),
      ],
      mostDiscussedCount,
    ).map(({ title, permalink, thread, count }) => ({
      ...{ title, href: `${permalink}#conversation`, count },
      day: lastCommentDay(thread),
    })),
    neighbours: neighbouringTags(catalogue, tag.slug),
  };
}

/** The topics that most often stand beside this one, most frequent first. */
function neighbouringTags({ postsByTag, tagBySlug }: Catalogue, slug: TagSlug, limit = 5): Named[] {
  const counts = new Map<TagSlug, number>();
  for (const { tags } of postsByTag.get(slug) ?? [])
    for (const other of tags) if (other !== slug) counts.set(other, (counts.get(other) ?? 0) + 1);
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([other]) => ({ name: tagBySlug.get(other)?.label ?? other, permalink: tagPermalink(other) }));
}
