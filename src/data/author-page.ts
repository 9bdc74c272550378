import type { Author } from '../model/author.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { listingOf, type Named } from '../model/listing.ts';
import { groupPermalink, postPermalink, tagPermalink } from '../model/permalink.ts';
import { visibleRemarks } from '../model/thread.ts';

/** What an author's page shows besides their posts: topics and groups, thanks they were given, and talks they took part in. */
export function authorPage(catalogue: Catalogue, author: Author) {
  const { posts, postsByAuthor, groups, tagBySlug, threadOf } = catalogue;
  const counts = new Map<string, { topic: Named; count: number }>();
  for (const { tags } of postsByAuthor.get(author.slug) ?? [])
    for (const slug of tags) {
      const topic = { name: tagBySlug.get(slug)?.label ?? slug, permalink: tagPermalink(slug) };
      counts.set(slug, { topic, count: (counts.get(slug)?.count ?? 0) + 1 });
    }
  const spokeIn = posts.flatMap((post) => {
    const thread = author.login === undefined ? undefined : threadOf(post);
    const remarks =
      thread === undefined
        ? []
        : visibleRemarks(thread).filter((remark) => remark.author?.login === author.login);
    return remarks.length === 0
      ? []
      : [{ title: post.title, permalink: postPermalink(post.slug), count: remarks.length }];
  });
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
      .map((post) => listingOf(catalogue, post)),
    spokeIn,
  };
}
