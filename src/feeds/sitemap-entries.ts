import type { SitemapEntry } from './sitemap.ts';
import { revisedOn, type Catalogue } from '../model/catalogue.ts';
import { dayOf } from '../model/day.ts';
import { pagesOf } from '../model/pages-of.ts';
import {
  absoluteUrl,
  answeredPermalink,
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
  questionsPermalink,
  rulePermalink,
  rulesPermalink,
  tagPermalink,
  tagsPermalink,
  waitingPermalink,
  writePermalink,
  yearPermalink,
  type Permalink,
} from '../model/permalink.ts';
import { lastActivity, permalinkOfQuestion } from '../model/question.ts';
import { allQuestions, answered, waiting } from '../model/question-listing.ts';
import { questionLists } from '../model/question-lists.ts';
import { ruleNames } from '../model/rules/rules.ts';

/** Every page that this build shows and that is worth finding. */
export function sitemapEntries(catalogue: Catalogue): SitemapEntry[] {
  const { site, posts, tags, authors, groups, paths, pages } = catalogue;
  const questions = allQuestions(catalogue);
  const list = (items: readonly unknown[] | undefined, permalink: Permalink) =>
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
    ...list(questions, questionsPermalink),
    ...list(waiting(questions), waitingPermalink),
    ...list(answered(questions), answeredPermalink),
    ...questionLists(catalogue).flatMap(({ permalink, questions: own }) => list(own, permalink)),
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
    ...catalogue.questions.map((question) => ({
      url: absoluteUrl(site, permalinkOfQuestion(question)),
      changed: dayOf(lastActivity(question)),
    })),
  ];
}
