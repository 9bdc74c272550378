import type { SourceContent } from './read-content.ts';

/**
 * What all files say in their fields, and which files there are: a list that is the same, object by object, for as long as that is.
 * The text after the fields may be another.
 */
export function fieldsOf(source: SourceContent): unknown[] {
  const { site, tags, redirects, policy, synonyms, soundSite } = source;
  const { posts, authors, groups, paths, pages, threads, questions, damaged } = source;
  const fields: unknown[] = [JSON.stringify([source.unreadable, soundSite])];
  for (const entry of [site, tags, redirects, policy, synonyms]) fields.push(entry?.data);
  for (const entries of [posts, authors, groups, paths, pages, threads, questions, damaged]) {
    fields.push(entries.length);
    for (const { path, data } of entries) fields.push(path, data);
  }
  return fields;
}
