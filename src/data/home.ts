import type { Catalogue } from '../model/catalogue.ts';
import { liveliestTalks, openQuestions, speakerOf } from '../model/conversation.ts';
import { listingOf } from '../model/listing.ts';
import { groupPermalink, pathPermalink, postPermalink, tagPermalink } from '../model/permalink.ts';
import { firstWords } from '../model/first-words.ts';
import { remarkBodies } from './bodies.ts';

const latestCount = 10;
const busiestCount = 10;

/** What the home page shows. Announcements stand apart until they expire, so they are not among the latest. */
export function home(catalogue: Catalogue, bodiesOf = remarkBodies) {
  const { posts, paths, groups, tags, postsByTag, postsByGroup, stepsOf } = catalogue;
  const listing = (post: (typeof posts)[number]) => listingOf(catalogue, post);
  const announcements = posts.filter(({ kind, expires }) => kind === 'announcement' && expires !== undefined);
  return {
    announcements: announcements.map(listing),
    latest: posts
      .filter((post) => !announcements.includes(post))
      .slice(0, latestCount)
      .map(listing),
    talks: liveliestTalks(catalogue, 5).map(({ post, thread, last }) => ({
      title: post.title,
      permalink: postPermalink(post.slug),
      speaker: speakerOf(catalogue, last),
      day: last.createdAt.slice(0, 10),
      line: firstWords(bodiesOf(thread)[last.id] ?? ''),
    })),
    waiting: openQuestions(catalogue).slice(0, 5).map(listing),
    thanks: posts
      .filter(({ kind }) => kind === 'shout-out')
      .slice(0, 3)
      .map(listing),
    paths: paths.map(({ slug, title }) => ({
      label: title,
      href: pathPermalink(slug),
      count: stepsOf(slug).length,
      of: 'parts',
    })),
    groups: groups.map(({ slug, name, access }) => ({
      label: name,
      href: groupPermalink(slug),
      count: postsByGroup.get(slug)?.length ?? 0,
      of: 'posts',
      closed: access === 'closed',
    })),
    topics: tags
      .map(({ slug, label }) => ({
        label,
        href: tagPermalink(slug),
        count: postsByTag.get(slug)?.length ?? 0,
        of: 'posts',
      }))
      .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
      .slice(0, busiestCount),
  };
}
