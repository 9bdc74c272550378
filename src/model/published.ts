import type { Catalogue } from './catalogue.ts';
import { postPermalink } from './permalink.ts';
import type { Picture } from './post.ts';
import { oldPermalinks, permalinkOfQuestion } from './question.ts';
import { createDestinations } from './redirects.ts';

/** The addresses of all pictures, in all sizes, and attachments that this audience's pages show or link to. */
export function publishedFilesOf(catalogue: Catalogue): string[] {
  const { posts, groups, paths, pages, authors } = catalogue;
  const bodies = [...posts, ...groups, ...paths, ...pages].map(({ body }) => body);
  const pictures = [
    ...posts.flatMap(({ coverPicture }) => coverPicture ?? []),
    ...authors.flatMap(({ portrait }) => portrait ?? []),
  ];
  const addresses = [...bodies.flatMap(({ files }) => files), ...pictures.flatMap(sizesOf)];
  return [...new Set(addresses)].sort();
}

function sizesOf({ srcset }: Picture): string[] {
  return srcset.split(', ').map((size) => size.split(' ')[0] ?? '');
}

/** Addresses that only a post or a question can have. */
const ofEntry = /^\/(?:posts\/[^/]+|questions\/\d+(?:\/[^/]+)?)\/$/u;

/**
 * Old permalink → new permalink, for renamed posts, for questions under their numbers and older titles, and for everything
 * in redirects.yml, without stops on the way. What leads to a post or question that is not there is left out, because the
 * address alone can tell what it is about.
 */
export function redirectMap({
  posts,
  questions,
  redirects,
}: Pick<Catalogue, 'posts' | 'questions' | 'redirects'>): Record<string, string> {
  const renamed = posts.flatMap(({ slug, formerly }) =>
    // A post that has its first slug back keeps it among the old ones, because it names the conversation.
    formerly
      .filter((old) => old !== slug)
      .map((old): [string, string] => [postPermalink(old), postPermalink(slug)]),
  );
  const retitled = questions.flatMap((question) =>
    oldPermalinks(question).map((old): [string, string] => [old, permalinkOfQuestion(question)]),
  );
  const all = { ...redirects, ...Object.fromEntries([...renamed, ...retitled]) };
  const destination = createDestinations(all);
  const visible = new Set<string>([
    ...posts.map(({ slug }) => postPermalink(slug)),
    ...questions.map(permalinkOfQuestion),
  ]);
  const pairs = Object.keys(all).flatMap((from): [string, string][] => {
    const to = destination(from);
    const there = to !== undefined && (visible.has(to) || !ofEntry.test(to));
    return there ? [[from, to]] : [];
  });
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
