import type { APIRoute } from 'astro';
import { catalogue } from '../data/catalogue.ts';
import { feedResponse, postFeed } from '../feeds/feed-response.ts';
import { homePermalink } from '../model/permalink.ts';

export const GET: APIRoute = () => {
  const all = catalogue();
  const { site, posts } = all;
  return feedResponse(
    postFeed(all, { permalink: homePermalink, name: undefined, description: site.purpose, posts }),
  );
};
