import type { Catalogue } from '../model/catalogue.ts';
import { liveliestTalks, openQuestions, speakerOf } from '../model/conversation.ts';
import { listingOf } from '../model/listing.ts';
import { groupPermalink, pathPermalink, postPermalink, tagPermalink } from '../model/permalink.ts';

const latestCount = 10;
const busiestCount = 10;

/** What the home page shows. Announcements stand apart until they expire, so they are not among the latest. */
export function home(catalogue: Catalogue) {
  const { posts, paths, groups, tags, postsByTag, postsByGroup, stepsOf } = catalogue;
  const listing = (post: (typeof posts)[number]) => listingOf(catalogue, post);
  const announcements = posts.filter(({ kind, expires }) => kind === 'announcement' && expires !== undefined);
  return {
    announcements: announcements.map(listing),
    latest: posts
      .filter((post) => !announcements.includes(post))
      .slice(0, latestCount)
      .map(listing),
    talks: liveliestTalks(catalogue, 5).map(({ post, last }) => ({
      title: post.title,
      permalink: postPermalink(post.slug),
      speaker: speakerOf(catalogue, last),
      day: last.createdAt.slice(0, 10),
      line: firstLine(last.body),
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

const lineLength = 140;

/** The first words of a remark as plain text, without the marks of Markdown and without what it quotes. */
function firstLine(markdown: string): string {
  const line =
    markdown
      .split('\n')
      .map((text) => text.trim())
      .find((text) => text !== '' && !/^(?:>|```|\||#)/u.test(text)) ?? '';
  const plain = line
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/gu, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[*_`~]/gu, '');
  if (plain.length <= lineLength) return plain;
  const space = plain.lastIndexOf(' ', lineLength);
  const cut = space === -1 ? plain.slice(0, lineLength) : plain.slice(0, space);
  return `${cut} …`;
}
