import type { APIRoute } from 'astro';
import { catalogue } from '../data/catalogue.ts';
import { sitemapEntries } from '../data/sitemap.ts';
import { sitemap } from '../feeds/sitemap.ts';

export const GET: APIRoute = async () =>
  new Response(sitemap(sitemapEntries(await catalogue())), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
