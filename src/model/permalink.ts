import type { RuleName } from './rules/rules.ts';
import type { AuthorSlug, GroupSlug, PageSlug, PathSlug, PostSlug, QuestionSlug, TagSlug } from './slug.ts';

declare const brand: unique symbol;

/** A site-relative path that starts and ends with a slash. Every address of the blog is made here. */
export type Permalink = string & { readonly [brand]: 'Permalink' };

function permalink(...segments: string[]): Permalink {
  return `/${segments.map((segment) => `${segment}/`).join('')}` as Permalink;
}

export const homePermalink = permalink();
export const postsPermalink = permalink('posts');
export const archivePermalink = permalink('archive');
export const tagsPermalink = permalink('tags');
export const authorsPermalink = permalink('authors');
export const groupsPermalink = permalink('groups');
export const pathsPermalink = permalink('paths');
export const questionsPermalink = permalink('questions');
export const waitingPermalink = permalink('questions', 'unanswered');
export const answeredPermalink = permalink('questions', 'answered');
export const commentsPermalink = permalink('comments');
export const searchPermalink = permalink('search');
export const writePermalink = permalink('write');
export const editorPermalink = permalink('write', 'editor');
export const rulesPermalink = permalink('write', 'rules');

export const postPermalink = (slug: PostSlug) => permalink('posts', slug);
export const tagPermalink = (slug: TagSlug) => permalink('tags', slug);
export const authorPermalink = (slug: AuthorSlug) => permalink('authors', slug);
export const groupPermalink = (slug: GroupSlug) => permalink('groups', slug);
export const pathPermalink = (slug: PathSlug) => permalink('paths', slug);
export const pagePermalink = (slug: PageSlug) => permalink(slug);
export const rulePermalink = (rule: RuleName) => permalink('write', 'rules', rule);
export const yearPermalink = (year: string) => permalink('archive', year);

/** A question by its number alone, which leads to its page whatever it is called. */
export const questionNumberPermalink = (number: number) => permalink('questions', String(number));
export const questionPermalink = (number: number, slug: QuestionSlug) =>
  permalink('questions', String(number), slug);

/** The questions about a topic or of a group. */
export const questionsOf = (list: Permalink): Permalink => `${list}questions/` as Permalink;
/** What follows the comments on a post, on a question or of a group. */
export const commentsOf = (page: Permalink): Permalink => `${page}comments/` as Permalink;

/** The address of one page of a list: the first is the list itself, the others are numbered. */
export function numberedPermalink(list: Permalink, page: number): Permalink {
  return page === 1 ? list : (`${list}page/${String(page)}/` as Permalink);
}

/** The feed of the whole blog (`/`) or of one topic, author or group. */
export const feedPath = (list: Permalink) => `${list}feed.xml`;
export const jsonFeedPath = '/feed.json';

/** The full address of a path, for feeds, metadata and anything read outside the blog. */
export function absoluteUrl(site: { url: string }, path: string): string {
  return new URL(path, site.url).href;
}
