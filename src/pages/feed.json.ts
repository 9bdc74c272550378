import type { APIRoute } from 'astro';
import { catalogue } from '../data/catalogue.ts';
import { feedItems } from '../feeds/feed-items.ts';
import { jsonFeed } from '../feeds/json-feed.ts';

export const GET: APIRoute = () => {
  const all = catalogue();
  return Response.json(jsonFeed(all.site, feedItems(all, all.posts)), {
    headers: { 'content-type': 'application/feed+json' },
  });
};
