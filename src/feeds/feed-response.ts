import type { Catalogue } from '../model/catalogue.ts';
import type { Talk } from '../model/conversation.ts';
import { absoluteUrl, feedPath, questionsPermalink, type Permalink } from '../model/permalink.ts';
import type { Post } from '../model/post.ts';
import { postEntries, withBodies, type FeedEntry } from './feed-items.ts';
import { questionEntries, remarkEntries } from './remark-items.ts';
import { rssFeed, type Channel } from './rss.ts';

/** How many questions a feed holds. */
const questionFeedLength = 30;

interface Followed {
  /** What the feed follows, at whose address it is. */
  permalink: Permalink;
  name: string | undefined;
  description: string;
  /** The page that readers are led to, if that is not what the feed follows. */
  page?: Permalink;
}

/** A feed before the bodies of its items are read, as plain data. */
interface Feed {
  channel: Channel;
  entries: FeedEntry[];
}

/** The feed that follows one list of posts. */
export function postFeed(catalogue: Catalogue, list: Followed & { posts: readonly Post[] }): Feed {
  return { channel: channelOf(catalogue, list), entries: postEntries(catalogue, list.posts) };
}

/** The feed of the comments in some conversations. */
export function remarkFeed(
  catalogue: Catalogue,
  list: Omit<Followed, 'description'> & { talks: readonly Talk[] },
): Feed {
  const name = list.name === undefined ? 'Comments' : `Comments: ${list.name}`;
  const channel = channelOf(catalogue, { ...list, name, description: 'What was said last.' });
  return { channel, entries: remarkEntries(catalogue, list.talks) };
}

/** The feed of everything that was asked, in posts and in discussions. */
export function questionFeed(catalogue: Catalogue): Feed {
  const posts = catalogue.posts.filter(({ kind }) => kind === 'question');
  const asked = [...postEntries(catalogue, posts), ...questionEntries(catalogue, catalogue.questions)];
  const list = { permalink: questionsPermalink, name: 'Questions', description: 'What was asked last.' };
  return {
    channel: channelOf(catalogue, list),
    entries: asked.sort((a, b) => (a.published < b.published ? 1 : -1)).slice(0, questionFeedLength),
  };
}

/** A feed as RSS. */
export function feedResponse({ channel, entries }: Feed): Response {
  return new Response(rssFeed(channel, withBodies(entries)), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
}

function channelOf(
  { site }: Catalogue,
  { permalink, name, description, page = permalink }: Followed,
): Channel {
  return {
    title: name === undefined ? site.name : `${name} – ${site.name}`,
    description,
    url: absoluteUrl(site, page),
    self: absoluteUrl(site, feedPath(permalink)),
    language: site.language,
  };
}
