import type { APIRoute } from 'astro';
import { catalogue } from '../data/catalogue.ts';

/** Slug → title of every post, for the page that answers missing addresses. */
export const GET: APIRoute = () => {
  const { posts } = catalogue();
  return Response.json(Object.fromEntries(posts.map(({ slug, title }) => [slug, title])));
};
