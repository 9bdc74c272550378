import { nearest } from '../model/nearest.ts';

/** The slugs that somebody probably meant: misspelt ones first, then those that share the most words. */
export function likelySlugs(asked: string, slugs: readonly string[], limit: number): string[] {
  const misspelt = nearest(asked, slugs, limit);
  const words = asked.split('-').filter((word) => word.length > 3);
  const shared = slugs
    .map((slug) => ({ slug, count: words.filter((word) => slug.split('-').includes(word)).length }))
    .filter(({ slug, count }) => count > 0 && !misspelt.includes(slug))
    .sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1))
    .map(({ slug }) => slug);
  return [...misspelt, ...shared].slice(0, limit);
}
