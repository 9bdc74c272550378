import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { feedResponse, remarkFeed } from '../../feeds/feed-response.ts';
import { allTalks } from '../../model/conversation.ts';
import { commentsPermalink, homePermalink } from '../../model/permalink.ts';

export const GET: APIRoute = () => {
  const all = catalogue();
  const talks = allTalks(all);
  return feedResponse(
    remarkFeed(all, { permalink: commentsPermalink, page: homePermalink, name: undefined, talks }),
  );
};
