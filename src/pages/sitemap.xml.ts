import type { APIRoute } from 'astro';
import { catalogue } from '../data/catalogue.ts';
import { sitemapEntries } from '../feeds/sitemap-entries.ts';
import { sitemap } from '../feeds/sitemap.ts';

export const GET: APIRoute = () =>
  new Response(sitemap(sitemapEntries(catalogue())), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
