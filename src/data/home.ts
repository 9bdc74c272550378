import type { Catalogue } from '../model/catalogue.ts';
import { liveliestTalks, remarkCount, speakerOf } from '../model/conversation.ts';
import { dayOf } from '../model/day.ts';
import { listingOf } from '../model/listing.ts';
import { groupPermalink, pathPermalink, tagPermalink } from '../model/permalink.ts';
import { allQuestions, waiting } from '../model/question-listing.ts';
import { firstWords } from '../model/first-words.ts';
import { remarkBodies } from './bodies.ts';

const latestCount = 10;
const busiestCount = 10;
const waitingCount = 5;

/** What the home page shows. Announcements stand apart until they expire, so they are not among the latest. */
export function home(catalogue: Catalogue, bodiesOf = remarkBodies) {
  const { posts, paths, groups, tags, postsByTag, postsByGroup, stepsOf } = catalogue;
  const listing = (post: (typeof posts)[number]) => listingOf(catalogue, post);
  const open = waiting(allQuestions(catalogue));
  const announcements = posts.filter(({ kind, expires }) => kind === 'announcement' && expires !== undefined);
  return {
    announcements: announcements.map(listing),
    latest: posts
      .filter((post) => !announcements.includes(post))
      .slice(0, latestCount)
      .map(listing),
    talks: liveliestTalks(catalogue, 5).map(({ title, permalink, thread, last }) => ({
      title,
      permalink,
      speaker: speakerOf(catalogue, last),
      day: dayOf(last.createdAt),
      count: remarkCount(thread),
      line: firstWords(bodiesOf(thread)[last.id] ?? ''),
    })),
    // Fresh questions here; the list of all starts with the one that has waited longest.
    waiting: open.toReversed().slice(0, waitingCount),
    waitingCount: open.length,
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
