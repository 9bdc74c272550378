import type { SitemapEntry } from './sitemap.ts';
import { revisedOn, type Catalogue } from '../model/catalogue.ts';
import { pagesOf } from '../model/pages-of.ts';
import {
  absoluteUrl,
  archivePermalink,
  authorPermalink,
  authorsPermalink,
  groupPermalink,
  groupsPermalink,
  homePermalink,
  pagePermalink,
  pathPermalink,
  pathsPermalink,
  postPermalink,
  postsPermalink,
  rulePermalink,
  rulesPermalink,
  tagPermalink,
  tagsPermalink,
  writePermalink,
  yearPermalink,
  type Permalink,
} from '../model/permalink.ts';
import type { Post } from '../model/post.ts';
import { ruleNames } from '../model/rules/rules.ts';

/** Every page that this build shows and that is worth finding. */
export function sitemapEntries(catalogue: Catalogue): SitemapEntry[] {
  const { site, posts, tags, authors, groups, paths, pages } = catalogue;
  const list = (items: readonly Post[] | undefined, permalink: Permalink) =>
    pagesOf(items ?? [], permalink).map((page) => page.permalink);
  const lists = [
    homePermalink,
    ...list(posts, postsPermalink),
    archivePermalink,
    ...[...catalogue.postsByYear.keys()].map(yearPermalink),
    tagsPermalink,
    ...tags.flatMap(({ slug }) => list(catalogue.postsByTag.get(slug), tagPermalink(slug))),
    authorsPermalink,
    ...authors.flatMap(({ slug }) => list(catalogue.postsByAuthor.get(slug), authorPermalink(slug))),
    groupsPermalink,
    ...groups.flatMap(({ slug }) => list(catalogue.postsByGroup.get(slug), groupPermalink(slug))),
    pathsPermalink,
    ...paths.map(({ slug }) => pathPermalink(slug)),
    ...pages.map(({ slug }) => pagePermalink(slug)),
    writePermalink,
    rulesPermalink,
    ...ruleNames.map(rulePermalink),
  ];
  return [
    ...lists.map((permalink) => ({ url: absoluteUrl(site, permalink) })),
    ...posts.map((post) => ({
      url: absoluteUrl(site, postPermalink(post.slug)),
      changed: revisedOn(post) ?? post.date,
    })),
  ];
}
