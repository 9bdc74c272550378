import type { APIRoute } from 'astro';
import { catalogue } from '../data/catalogue.ts';
import { absoluteUrl } from '../model/permalink.ts';

export const GET: APIRoute = () => {
  const { site } = catalogue();
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(site, '/sitemap.xml')}\n`);
};
