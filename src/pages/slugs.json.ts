import type { APIRoute } from 'astro';
import { catalogue } from '../data/catalogue.ts';

/** Slug → title of every post, for the page that answers missing addresses. */
export const GET: APIRoute = async () => {
  const { posts } = await catalogue();
  return Response.json(Object.fromEntries(posts.map(({ slug, title }) => [slug, title])));
};
