import { authorFile } from '../../src/model/author-file.ts';
import type { AuthorFile } from '../../src/model/author.ts';
import type { Day } from '../../src/model/day.ts';
import { handInHeadings, type HandInField } from '../../src/model/hand-in.ts';
import { newPostFile } from '../../src/model/new-post.ts';
import { kindLabels, kinds, type Kind } from '../../src/model/post.ts';
import type { ContentFile } from '../../src/model/post-file.ts';
import { freeSlug, slugFromTitle } from '../../src/model/slug-from-title.ts';
import type { Tag } from '../../src/model/tag.ts';
import { namesIn, plainName, type Named } from './names-in.ts';
import { withoutPictures } from './pictures.ts';

/** What the blog has already. */
export interface Blog {
  tags: readonly Pick<Tag, 'slug' | 'label' | 'aliases'>[];
  groups: readonly { slug: string; data: { name: string } }[];
  authors: readonly { slug: string; data: Pick<AuthorFile, 'name' | 'login'> }[];
  /** Slugs of posts, the old ones too. */
  posts: ReadonlySet<string>;
}

/** What somebody handed in. Nothing in it is trusted but the account that the forge names. */
export interface HandedIn {
  title: string;
  answers: Partial<Record<HandInField, string>>;
  login: string;
  day: Day;
}

export interface MadePost {
  slug: string;
  /** The post, and the file of an author who is new. */
  files: ContentFile[];
  /** What is missing or wrong, in whole sentences for somebody who has never seen the file. */
  problems: string[];
  /** What a reviewer has to know, in whole sentences. */
  remarks: string[];
  /** How many pictures became links. */
  pictures: number;
}

const mostStrange = 3;

/** The files of a post that was handed in with the form. */
export function makePost({ title, answers, login, day }: HandedIn, blog: Blog): MadePost {
  const problems: string[] = [];
  const remarks: string[] = [];
  const known = (field: HandInField, names: readonly Named[]) => {
    const { found, strange } = namesIn(answers[field] ?? '', names);
    problems.push(...strange.slice(0, mostStrange).map((name) => unknownName(field, name)));
    return found;
  };
  const tags = known(
    'topics',
    blog.tags.map(({ slug, label, aliases }) => ({ slug, names: [label, ...aliases] })),
  );
  const people = blog.authors.map(({ slug, data }) => ({ slug, names: [data.name] }));
  const groups = blog.groups.map(({ slug, data }) => ({ slug, names: [data.name] }));
  const author = authorOf({ answers, login }, blog);
  if (author.problem !== undefined) problems.push(author.problem);
  if (author.remark !== undefined) remarks.push(author.remark);

  const { text, pictures } = withoutPictures(answers.text ?? '');
  if (pictures > 0) remarks.push(picturesToCome(pictures));
  const kind = kindIn(answers.kind ?? '');
  const post = newPostFile({
    ...{ kind, title, day, tags, body: text },
    authors: author.slug === undefined ? [] : [author.slug],
    excerpt: answers.excerpt,
    group: known('group', groups)[0],
    ...(kind === 'link' && { link: answers.link }),
    ...(kind === 'shout-out' && { to: known('to', people) }),
    ...(kind === 'announcement' && answers.expires !== '' && { expires: answers.expires }),
    isTaken: (slug) => blog.posts.has(slug),
  });
  problems.push(
    ...post.problems
      // That there is no author is said in words of its own.
      .filter(({ path }) => path[0] !== 'authors' && !(path[0] === 'tags' && problems.length > 0))
      .map(({ path, message }) => inFormWords(message, path[0])),
  );
  const files = [{ path: post.path, text: post.text }, ...author.files];
  return { slug: post.slug, files, problems, remarks, pictures };
}

interface FoundAuthor {
  slug?: string;
  files: ContentFile[];
  problem?: string;
  remark?: string;
}

/** The author whose file has the account, else the one of that name without an account, else a new one. */
function authorOf({ answers, login }: Pick<HandedIn, 'answers' | 'login'>, { authors }: Blog): FoundAuthor {
  const own = authors.find(({ data }) => data.login?.toLowerCase() === login.toLowerCase());
  if (own !== undefined) return { slug: own.slug, files: [] };
  const { name = '', role = '' } = answers;
  const namesake = authors.find(
    ({ data }) => plainName(data.name) === plainName(name) && data.login === undefined,
  );
  if (namesake !== undefined)
    return {
      slug: namesake.slug,
      files: [],
      remark: `The account says that it is the author "${namesake.slug}", whose file names no account. Please make sure that it is.`,
    };
  if (name === '' || role === '')
    return {
      files: [],
      problem: `You have not written here before, so please fill in “${handInHeadings.name}” and “${handInHeadings.role}”.`,
    };
  const taken = new Set(authors.map(({ slug }) => slug));
  const slug = freeSlug(slugFromTitle(name, 'author'), (one) => taken.has(one));
  return {
    slug,
    files: [authorFile(slug, { name, role, login })],
    remark: `"${slug}" is a new author. The file says what was filled into the form.`,
  };
}

function kindIn(answer: string): Kind {
  return kinds.find((kind) => answer.startsWith(`${kindLabels[kind]}:`)) ?? 'article';
}

function unknownName(field: HandInField, name: string): string {
  return `“${handInHeadings[field]}”: nothing here is called “${name.slice(0, 80)}”.`;
}

const headings: Record<string, string> = {
  ...handInHeadings,
  title: 'Title',
  tags: handInHeadings.topics,
  body: handInHeadings.text,
};

/** What is wrong with a field of the file, by the heading that it has in the form. */
function inFormWords(message: string, field: PropertyKey | undefined): string {
  const heading = headings[String(field)] ?? String(field);
  if (field === 'body') return `“${heading}” is empty.`;
  return message.replace(/^The field "[^"]*"/u, `“${heading}”`);
}

function picturesToCome(count: number): string {
  return count === 1
    ? 'One picture is a link for now. Put it beside the post, and say what it shows for people who cannot see it.'
    : `${count} pictures are links for now. Put them beside the post, and say what each shows for people who cannot see it.`;
}
