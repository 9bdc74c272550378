import { withoutHiddenCharacters } from './hidden-characters.ts';
import type { Kind } from './post.ts';
import { yamlList, yamlText } from './yaml-text.ts';

/** What somebody wrote into a form, or on a command line, for a new post. Nothing in it is trusted. */
export interface PostFields {
  kind: Kind;
  title: string;
  /** The day of publication, as year-month-day. */
  day: string;
  /** File names of authors, without .yml. */
  authors: readonly string[];
  tags: readonly string[];
  excerpt?: string | undefined;
  group?: string | undefined;
  /** A day, or a time after publication such as `6 months`. */
  reviewBy?: string | undefined;
  owner?: string | undefined;
  expires?: string | undefined;
  draft?: boolean | undefined;
  link?: string | undefined;
  to?: readonly string[] | undefined;
  lang?: string | undefined;
  body: string;
}

/** A file of the content folder. */
export interface ContentFile {
  /** Relative to the content folder, with forward slashes. */
  path: string;
  text: string;
}

/**
 * The file of a post with this slug. Every value stays in its field, whatever it holds; what nobody can see is left out.
 * It is judged elsewhere: this much is also needed in the browser.
 */
export function postFile(slug: string, fields: PostFields): ContentFile {
  const body = withoutHiddenCharacters(fields.body)
    .replace(/^(?:[ \t]*\n)+/u, '')
    .trimEnd();
  const lines = postData(fields).map(([name, value]) => `${name}: ${written(value)}\n`);
  return { path: `posts/${slug}.md`, text: `---\n${lines.join('')}---\n\n${body}\n` };
}

type Value = string | readonly string[] | true;

/** The frontmatter as names and values, in the order of the schema; optional fields without a value are left out. */
export function postData(fields: PostFields): [name: string, value: Value][] {
  const { title, day, authors, tags, excerpt, kind, group, reviewBy, owner, expires, draft, link, to, lang } =
    fields;
  return [
    ['title', oneLine(title)],
    ['date', oneLine(day)],
    ['authors', names(authors)],
    ['tags', names(tags)],
    ...optional('excerpt', excerpt),
    ...optional('kind', kind === 'article' ? undefined : kind),
    ...optional('group', group),
    ...optional('reviewBy', reviewBy),
    ...optional('owner', owner),
    ...optional('expires', expires),
    ...(draft === true ? [['draft', true] satisfies [string, true]] : []),
    ...optional('link', link),
    ...(to === undefined ? [] : [['to', names(to)] satisfies [string, string[]]]),
    ...optional('lang', lang),
  ];
}

function optional(name: string, value = ''): [string, string][] {
  const line = oneLine(value);
  return line === '' ? [] : [[name, line]];
}

function names(values: readonly string[]): string[] {
  return values.map(oneLine).filter((value) => value !== '');
}

/** A text as one line, without what nobody can see. */
export function oneLine(text: string): string {
  return withoutHiddenCharacters(text)
    .replace(/[\t\n\v\f ]+/gu, ' ')
    .trim();
}

function written(value: Value): string {
  if (value === true) return 'true';
  return typeof value === 'string' ? yamlText(value) : yamlList(value);
}
