import type { Catalogue } from '../model/catalogue.ts';
import type { Talk } from '../model/conversation.ts';
import { absoluteUrl, feedPath, questionsPermalink, type Permalink } from '../model/permalink.ts';
import type { Post } from '../model/post.ts';
import { feedItems, type FeedItem } from './feed-items.ts';
import { questionItems, remarkItems } from './remark-items.ts';
import { rssFeed } from './rss.ts';

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

/** The RSS feed that follows one list of posts. */
export function feedResponse(catalogue: Catalogue, list: Followed & { posts: readonly Post[] }): Response {
  return responseOf(catalogue, list, feedItems(catalogue, list.posts));
}

/** The RSS feed of the comments in some conversations. */
export function remarkFeedResponse(
  catalogue: Catalogue,
  list: Omit<Followed, 'description'> & { talks: readonly Talk[] },
): Response {
  const name = list.name === undefined ? 'Comments' : `Comments: ${list.name}`;
  const description = 'What was said last.';
  return responseOf(catalogue, { ...list, name, description }, remarkItems(catalogue, list.talks));
}

/** The RSS feed of everything that was asked, in posts and in discussions. */
export function questionFeedResponse(catalogue: Catalogue): Response {
  const posts = catalogue.posts.filter(({ kind }) => kind === 'question');
  const asked = [...feedItems(catalogue, posts), ...questionItems(catalogue, catalogue.questions)];
  const newest = asked.sort((a, b) => (a.published < b.published ? 1 : -1)).slice(0, questionFeedLength);
  const list = { permalink: questionsPermalink, name: 'Questions', description: 'What was asked last.' };
  return responseOf(catalogue, list, newest);
}

function responseOf(
  { site }: Catalogue,
  { permalink, name, description, page = permalink }: Followed,
  items: readonly FeedItem[],
): Response {
  const channel = {
    title: name === undefined ? site.name : `${name} – ${site.name}`,
    description,
    url: absoluteUrl(site, page),
    self: absoluteUrl(site, feedPath(permalink)),
    language: site.language,
  };
  return new Response(rssFeed(channel, items), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
}
