import { nameOfFile, pullByText, type ApprovedPull } from './approval.ts';
import type { Author } from './author.ts';
import { threadKey, type Content } from './content.ts';
import { addDuration, durationSchema, yearOf, type Day } from './day.ts';
import type { Group } from './group.ts';
import type { LearningPath, PathStep } from './path.ts';
import type { Post } from './post.ts';
import { grouped, indexQuestions, type QuestionIndex } from './question-index.ts';
import { createRelated, type Neighbourhood, type Related } from './related.ts';
import type { AuthorSlug, GroupSlug, PathSlug, PostSlug, TagSlug } from './slug.ts';
import type { Tag } from './tag.ts';
import type { Thread } from './thread.ts';
import { isVisible, type View } from './visibility.ts';
import { whenAsked } from './when-asked.ts';

/** A post's place in a learning path. */
export interface PathPlace {
  path: LearningPath;
  /** Counted from 1, among the steps whose posts are visible. */
  part: number;
  parts: number;
  previous?: Post;
  next?: Post;
}

export type VisibleStep = PathStep & { entry: Post };

/** What one audience sees on one day, indexed by what pages ask for. Lists of posts are newest first. */
export interface Catalogue extends Content, QuestionIndex {
  /** The content that it was made from. */
  source: Content;
  view: View;
  postBySlug: ReadonlyMap<PostSlug, Post>;
  /** Counted from 0, in the order of `posts`. */
  placeOf: (post: Post) => number;
  authorBySlug: ReadonlyMap<AuthorSlug, Author>;
  groupBySlug: ReadonlyMap<GroupSlug, Group>;
  tagBySlug: ReadonlyMap<TagSlug, Tag>;
  postsByTag: ReadonlyMap<TagSlug, Post[]>;
  postsByAuthor: ReadonlyMap<AuthorSlug, Post[]>;
  postsByGroup: ReadonlyMap<GroupSlug, Post[]>;
  /** Newest year first. */
  postsByYear: ReadonlyMap<string, Post[]>;
  mentionedIn: ReadonlyMap<PostSlug, Post[]>;
  threadOf: (post: Post) => Thread | undefined;
  related: Related;
  placesOf: (post: Post) => PathPlace[];
  stepsOf: (path: PathSlug) => VisibleStep[];
  /** The pull request that brought a text, by its digest. */
  pullByText: ReadonlyMap<string, ApprovedPull>;
  /** The files of pages that this audience sees, by the names they have and had. */
  shownFiles: ReadonlySet<string>;
}

/** Newest first; posts of one day by slug, so that the order never depends on the disk. */
function comparePosts(a: Post, b: Post): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.slug < b.slug ? -1 : 1;
}

/**
 * The content as one audience sees it. Everything that counts, lists or links starts here. Whoever writes looks at one page after
 * each edit, so what not every page needs is indexed when it is asked for.
 */
export function createCatalogue(
  content: Content,
  view: View,
  relate: (neighbourhood: Neighbourhood) => Related = createRelated,
): Catalogue {
  const groupBySlug = new Map(content.groups.map((group) => [group.slug, group]));
  const posts = content.posts.filter((post) => isVisible(post, view, groupBySlug)).sort(comparePosts);
  const postBySlug = new Map(posts.map((post) => [post.slug, post]));
  const places = whenAsked(() => new Map(posts.map((post, place) => [post, place])));
  const tagBySlug = new Map(content.tags.map((tag) => [tag.slug, tag]));
  const postsByTag = whenAsked(() => grouped(posts, ({ tags }) => tags));
  const postsByAuthor = whenAsked(() => grouped(posts, ({ authors }) => authors));
  const postsByGroup = whenAsked(() => grouped(posts, ({ group }) => (group === undefined ? [] : [group])));
  const postsByYear = whenAsked(() => grouped(posts, ({ date }) => [yearOf(date)]));
  const mentionedIn = whenAsked(() => mentions(posts, postBySlug));
  const files = whenAsked(() => shownFiles(posts, content));
  const related = whenAsked(() =>
    relate({
      posts,
      get byTag() {
        return postsByTag();
      },
      tags: tagBySlug,
    }),
  );
  const threadByKey = new Map(content.threads.map((thread) => [thread.key, thread]));
  const stepsByPath = new Map(
    content.paths.map((path) => [
      path.slug,
      path.steps.flatMap((step) => {
        const entry = postBySlug.get(step.post);
        return entry === undefined ? [] : [{ ...step, entry }];
      }),
    ]),
  );
  return {
    ...content,
    source: content,
    view,
    posts,
    threads: posts.flatMap((post) => threadByKey.get(threadKey(post)) ?? []),
    ...indexQuestions(content, posts, view),
    postBySlug,
    placeOf: (post) => places().get(post) ?? -1,
    authorBySlug: new Map(content.authors.map((author) => [author.slug, author])),
    groupBySlug,
    tagBySlug,
    get postsByTag() {
      return postsByTag();
    },
    get postsByAuthor() {
      return postsByAuthor();
    },
    get postsByGroup() {
      return postsByGroup();
    },
    get postsByYear() {
      return postsByYear();
    },
    get mentionedIn() {
      return mentionedIn();
    },
    threadOf: (post) => threadByKey.get(threadKey(post)),
    related: (subject, limit) => related()(subject, limit),
    placesOf: (post) =>
      content.paths.flatMap((path) => placeIn(path, stepsByPath.get(path.slug) ?? [], post) ?? []),
    stepsOf: (path) => stepsByPath.get(path) ?? [],
    pullByText: pullByText(content.approvals),
    get shownFiles() {
      return files();
    },
  };
}

function shownFiles(
  posts: readonly Post[],
  { groups, paths, pages }: Pick<Content, 'groups' | 'paths' | 'pages'>,
): Set<string> {
  const open = groups.filter(({ access }) => access === 'open');
  return new Set([
    ...[...posts, ...open, ...paths, ...pages].map(({ source }) => nameOfFile(source.path)),
    ...posts.flatMap(({ formerly }) => formerly.map((slug) => `posts/${slug}`)),
  ]);
}

function mentions(posts: readonly Post[], postBySlug: ReadonlyMap<PostSlug, Post>): Map<PostSlug, Post[]> {
  return grouped(posts, (post) =>
    post.body.mentions.filter((slug) => slug !== post.slug && postBySlug.has(slug)),
  );
}

function placeIn(path: LearningPath, steps: readonly VisibleStep[], post: Post): PathPlace | undefined {
  const index = steps.findIndex(({ entry }) => entry.slug === post.slug);
  if (index === -1) return undefined;
  const previous = steps[index - 1]?.entry;
  const next = steps[index + 1]?.entry;
  return {
    path,
    part: index + 1,
    parts: steps.length,
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
  };
}

/** Minutes to read a number of words, at 220 words a minute and never less than one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 220));
}

/** The summary of a post in lists and feeds: its own excerpt, else its opening. */
export function excerptOf(post: Pick<Post, 'excerpt' | 'body'>): string {
  return post.excerpt ?? post.body.opening;
}

/** The day of the last real revision, if it is later than publication. */
export function revisedOn(post: Post): Day | undefined {
  const day = post.updated ?? post.source.revised;
  return day !== undefined && day > post.date ? day : undefined;
}

/** The last day on which somebody looked at a post: to write it, to revise it, or to make sure that it is true. */
export function lastLookedAt(post: Post): Day {
  const changed = revisedOn(post) ?? post.date;
  return post.reviewed !== undefined && post.reviewed > changed ? post.reviewed : changed;
}

/** The day on which somebody should look at a post again. A duration counts from the last time that somebody did. */
export function reviewDay(post: Post): Day | undefined {
  if (post.reviewBy === undefined) return undefined;
  const duration = durationSchema.safeParse(post.reviewBy);
  return duration.success ? addDuration(lastLookedAt(post), duration.data) : (post.reviewBy as Day);
}
