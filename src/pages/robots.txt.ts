import type { APIRoute } from 'astro';
import { catalogue } from '../data/catalogue.ts';
import { absoluteUrl, searchPermalink } from '../model/permalink.ts';

export const GET: APIRoute = async () => {
  const { site } = await catalogue();
  return new Response(
    `User-agent: *\nDisallow: ${searchPermalink}\n\nSitemap: ${absoluteUrl(site, '/sitemap.xml')}\n`,
  );
};
