import type { DiscussionPage, Mentioned, Resolved } from '../markdown/context.ts';
import { yearOf } from '../model/day.ts';
import type { Group } from '../model/group.ts';
import { nearest } from '../model/nearest.ts';
import {
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
  searchPermalink,
  tagPermalink,
  tagsPermalink,
  waitingPermalink,
  writePermalink,
  yearPermalink,
  type Permalink,
} from '../model/permalink.ts';
import { oldPermalinks, permalinkOfQuestion } from '../model/question.ts';
import { createDestinations } from '../model/redirects.ts';
import { ruleNames } from '../model/rules/rules.ts';
import {
  authorSlug,
  groupSlug,
  pageSlug,
  pathSlug,
  postSlug,
  type GroupSlug,
  type PostSlug,
} from '../model/slug.ts';
import { isQuestionVisible, isVisible, type View } from '../model/visibility.ts';
import type { SourceContent } from '../source/read-content.ts';
import { conversationTable, type ConversationTable } from './conversation-table.ts';

/** Every address of one build, and what wiki links may call it. */
export interface Addresses {
  address: (path: string) => Resolved | undefined;
  wikiTarget: (target: string) => Resolved | undefined;
  suggestions: (target: string) => string[];
  /** The file that a permalink is made from, if it is made from one file. */
  sourceOf: (permalink: string) => string | undefined;
  person: (login: string) => Mentioned | undefined;
  discussion: (number: string) => DiscussionPage | undefined;
  pictureHost: (host: string) => boolean;
}

/** The addresses of one build as plain data. */
export interface AddressTable {
  byPath: ReadonlyMap<string, Resolved>;
  bySlug: ReadonlyMap<string, Resolved>;
  byTitle: ReadonlyMap<string, Resolved>;
  slugs: readonly PostSlug[];
  files: ReadonlyMap<string, string>;
  conversations: ConversationTable;
}

export function addressTable(source: SourceContent, view: View): AddressTable {
  const byPath = new Map<string, Resolved>();
  const bySlug = new Map<string, Resolved>();
  const byTitle = new Map<string, Resolved>();
  const files = new Map<string, string>();
  const add = (permalink: Permalink, title: string, file?: string) => {
    byPath.set(permalink, { state: 'visible', permalink, title });
    if (file !== undefined) files.set(permalink, file);
  };

  addFrames(add);
  for (const { slug, path, data } of source.pages) add(pagePermalink(pageSlug.parse(slug)), data.title, path);
  for (const { slug, label } of source.tags.data.tags) add(tagPermalink(slug), label);
  for (const { slug, data } of source.authors) add(authorPermalink(authorSlug.parse(slug)), data.name);
  for (const { slug, path, data } of source.groups)
    add(groupPermalink(groupSlug.parse(slug)), data.name, path);
  for (const { slug, path, data } of source.paths) add(pathPermalink(pathSlug.parse(slug)), data.title, path);

  const groups = new Map<GroupSlug, Pick<Group, 'slug' | 'access' | 'discussion'>>(
    source.groups.map(({ slug: name, data }) => {
      const slug = groupSlug.parse(name);
      return [slug, { ...data, slug }];
    }),
  );
  for (const { slug: name, path, data } of source.posts) {
    const slug = postSlug.parse(name);
    const permalink = postPermalink(slug);
    const visible = isVisible(data, view, groups);
    const resolved: Resolved = visible
      ? { state: 'visible', permalink, title: data.title, post: slug }
      : { state: 'invisible' };
    if (visible) add(yearPermalink(yearOf(data.date)), yearOf(data.date));
    files.set(permalink, path);
    for (const known of [slug, ...data.formerly]) byPath.set(postPermalink(known), resolved);
    for (const known of [slug, ...data.formerly]) bySlug.set(known, resolved);
    const title = data.title.toLowerCase();
    if (visible || !byTitle.has(title)) byTitle.set(title, resolved);
  }
  for (const { path, data } of source.questions) {
    const permalink = permalinkOfQuestion(data);
    const visible = isQuestionVisible(data, view, [...groups.values()]);
    const resolved: Resolved = visible
      ? { state: 'visible', permalink, title: data.title }
      : { state: 'invisible' };
    files.set(permalink, path);
    for (const known of [permalink, ...oldPermalinks(data)]) byPath.set(known, resolved);
  }
  for (const { collection, slug } of source.unreadable) {
    byPath.set(collection === 'pages' ? `/${slug}/` : `/${collection}/${slug}/`, { state: 'unreadable' });
    if (collection === 'posts') bySlug.set(slug.toLowerCase(), { state: 'unreadable' });
  }
  const { redirects } = source.redirects.data;
  const destination = createDestinations(redirects);
  for (const from of Object.keys(redirects)) {
    const target = byPath.get(destination(from) ?? '');
    if (target !== undefined && !byPath.has(from)) byPath.set(from, target);
  }

  const slugs = source.posts.map(({ slug }) => postSlug.parse(slug));
  const conversations = conversationTable(source, {
    postOf: (key) => bySlug.get(key),
    pageAt: (path) => byPath.get(path),
  });
  return { byPath, bySlug, byTitle, slugs, files, conversations };
}

export function createAddresses({
  byPath,
  bySlug,
  byTitle,
  slugs,
  files,
  conversations: { people, discussions, pictureHosts },
}: AddressTable): Addresses {
  // To look through ten thousand slugs takes a while, and what is gone may have been linked to a hundred times.
  const suggested = new Map<string, string[]>();
  const suggestions = (target: string) => {
    const name = target.trim().toLowerCase().replaceAll(' ', '-');
    const known = suggested.get(name) ?? nearest(name, slugs, 3);
    suggested.set(name, known);
    return known;
  };
  return {
    address: (path) => byPath.get(path),
    wikiTarget: (target) => {
      const name = target.trim().toLowerCase();
      // The title of one post may be the slug of another, and a slug is one post's own.
      return bySlug.get(name) ?? byTitle.get(name);
    },
    suggestions,
    sourceOf: (permalink) => files.get(permalink),
    person: (login) => people.get(login),
    discussion: (number) => discussions.get(number),
    pictureHost: (host) => pictureHosts.has(host),
  };
}

function addFrames(add: (permalink: Permalink, title: string) => void): void {
  add(homePermalink, 'Home');
  add(postsPermalink, 'Posts');
  add(archivePermalink, 'Archive');
  add(tagsPermalink, 'Topics');
  add(authorsPermalink, 'Authors');
  add(groupsPermalink, 'Groups');
  add(pathsPermalink, 'Learning paths');
  add(questionsPermalink, 'Questions');
  add(waitingPermalink, 'Questions waiting for an answer');
  add(answeredPermalink, 'Answered questions');
  add(searchPermalink, 'Search');
  add(writePermalink, 'Write');
  add(rulesPermalink, 'Rules of the check');
  for (const rule of ruleNames) add(rulePermalink(rule), rule);
}
