import { escapeXml } from './rss.ts';

export interface SitemapEntry {
  url: string;
  /** The day of the last change, where it is known. */
  changed?: string | undefined;
}

/** A sitemap of at most 50,000 pages, which is what the format allows in one file. */
export function sitemap(entries: readonly SitemapEntry[]): string {
  const urls = entries.map(
    ({ url, changed }) =>
      `<url><loc>${escapeXml(url)}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}</url>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}
