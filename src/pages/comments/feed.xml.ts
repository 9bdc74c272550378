import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { remarkFeedResponse } from '../../feeds/feed-response.ts';
import { allTalks } from '../../model/conversation.ts';
import { commentsPermalink, homePermalink } from '../../model/permalink.ts';

export const GET: APIRoute = () => {
  const all = catalogue();
  return remarkFeedResponse(all, {
    permalink: commentsPermalink,
    page: homePermalink,
    name: undefined,
    talks: allTalks(all),
  });
};
