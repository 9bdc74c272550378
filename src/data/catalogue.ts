import { getCollection } from 'astro:content';
import { sharedContentFolder } from '../compile/content-folder.ts';
import { createCatalogue, type Catalogue } from '../model/catalogue.ts';

let built: Promise<Catalogue> | undefined;

/** What this build shows, indexed. Made once for a build; made anew for each page while authors write. */
export function catalogue(): Promise<Catalogue> {
  if (import.meta.env.DEV) return readCatalogue();
  built ??= readCatalogue();
  return built;
}

async function readCatalogue(): Promise<Catalogue> {
  const [sites, posts, authors, groups, paths, pages, tags, threads] = await Promise.all([
    getCollection('site'),
    getCollection('posts'),
    getCollection('authors'),
    getCollection('groups'),
    getCollection('paths'),
    getCollection('pages'),
    getCollection('tags'),
    getCollection('threads'),
  ]);
  const [settings] = sites;
  if (settings === undefined) throw new Error('The data store holds no site settings.');
  const data = <Data>(entries: readonly { data: Data }[]) => entries.map((entry) => entry.data);
  const content = {
    ...settings.data,
    posts: data(posts),
    authors: data(authors),
    groups: data(groups),
    paths: data(paths),
    pages: data(pages),
    tags: data(tags),
    threads: data(threads),
  };
  return createCatalogue(content, sharedContentFolder().view());
}
