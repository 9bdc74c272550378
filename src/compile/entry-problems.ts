import { reservedPageSlugs } from '../model/page.ts';
import { isError, type Problem } from '../model/problem.ts';
import { referenceProblems, type FilePlaced } from '../model/references.ts';
import { namesakes, similarTags } from '../model/similar.ts';
import { widgetProblems } from '../model/widget-wanted.ts';
import type { SourceContent } from '../source/read-content.ts';
import { placed } from '../source/source-entry.ts';
import { createContext, type Surroundings } from './context.ts';
import type { BodyRecord } from './perform-body.ts';
import { redirectProblems } from './redirect-problems.ts';

interface Judged {
  source: SourceContent;
  surroundings: Surroundings;
  bodies: ReadonlyMap<string, BodyRecord>;
  notice: BodyRecord | undefined;
  label: string;
}

/**
 * What is wrong with entries as parts of a blog: what they refer to, what they are called, what they show. `found` finds what
 * depends on fields alone, or knows it.
 */
export function entryProblems(
  judged: Judged,
  found: (find: () => FilePlaced[]) => readonly FilePlaced[],
): Problem[] {
  const { source, surroundings, label } = judged;
  return [
    ...crossReferences(judged, found),
    ...reservedPages(judged),
    ...misnamedQuestions(judged),
    ...redirectProblems(source, surroundings.addresses, label),
    ...bodyProblems(judged),
    ...noticeProblems(judged),
    ...fieldPictures(judged),
    ...missingReviewDates(judged),
  ];
}

/** What was found in the bodies, and bodies in which there is nothing. */
function bodyProblems({ bodies, label }: Judged): Problem[] {
  return [...bodies].flatMap(([path, record]) => {
    const file = `${label}/${path}`;
    const messages = record.messages.map((message): Problem => ({ ...message, file }));
    return record.empty && !messages.some(isError) ? [...messages, emptyBody(file)] : messages;
  });
}

/** The notice is one field of site.yml, so everything about it is said at that field. */
function noticeProblems({ source: { site }, notice, label }: Judged): Problem[] {
  if (site === undefined) return [];
  return (notice?.messages ?? []).map(({ rule, message, mend }) =>
    placed(`${label}/${site.path}`, site.locate, { path: ['notice'], rule, message, mend }),
  );
}

function emptyBody(file: string): Problem {
  return {
    ...{ file, line: 1, column: 1 },
    rule: 'empty-body',
    message: 'There is nothing to read after the frontmatter.',
    mend: 'Write at least one sentence below it.',
  };
}

function crossReferences({ source, label }: Judged, found: Parameters<typeof entryProblems>[1]): Problem[] {
  const of = (collection: string) => source.damaged.filter((entry) => entry.collection === collection);
  const input = {
    ...source,
    posts: [...source.posts, ...of('posts')],
    groups: [...source.groups, ...of('groups')],
    paths: [...source.paths, ...of('paths')],
  };
  const files = new Map(
    [...input.posts, ...input.groups, ...input.paths, ...source.authors, source.tags].map((entry) => [
      entry.path,
      entry,
    ]),
  );
  const { site } = source;
  const inFields = () => [
    ...referenceProblems(input),
    ...similarTags(source.tags),
    ...namesakes(source.authors),
    ...(site === undefined ? [] : widgetProblems([...input.posts, ...input.groups], site.data)),
  ];
  return found(inFields).flatMap(({ file, ...problem }) => {
    const entry = files.get(file);
    return entry === undefined ? [] : placed(`${label}/${file}`, entry.locate, problem);
  });
}

function reservedPages({ source, label }: Judged): Problem[] {
  const problem = (path: string, message: string): Problem => ({
    ...{ file: `${label}/${path}`, line: 1, column: 1 },
    rule: 'reserved-slug',
    message,
    mend: 'Rename the file.',
  });
  return [...source.pages, ...source.damaged.filter(({ collection }) => collection === 'pages')]
    .filter(({ slug }) => reservedPageSlugs.includes(slug))
    .map(({ slug, path }) =>
      problem(path, `The address /${slug}/ already belongs to a page that Watercooler makes itself.`),
    );
}

/** The address of a question has the number in it, so two files with one number would be one page. */
function misnamedQuestions({ source, label }: Judged): Problem[] {
  return source.questions
    .filter(({ slug, data }) => slug !== String(data.number))
    .map(({ path, data, locate }) =>
      placed(`${label}/${path}`, locate, {
        path: ['number'],
        rule: 'misplaced-file',
        message: `This file holds question ${data.number}, and is named as if it held another.`,
        mend: `Rename it to ${data.number}.json, or let "npm run threads" write it again.`,
      }),
    );
}

/** Pictures that a field names: covers and portraits. */
function fieldPictures({ source, surroundings, label }: Judged): Problem[] {
  const named = [
    ...source.posts.map((entry) => ({ entry, field: 'cover', src: entry.data.cover })),
    ...source.authors.map((entry) => ({ entry, field: 'picture', src: entry.data.picture })),
    ...source.damaged.flatMap((entry) =>
      ['cover', 'picture'].map((field) => ({ entry, field, src: entry.data[field] })),
    ),
  ];
  return named.flatMap(({ entry, field, src }) => {
    if (typeof src !== 'string') return [];
    const found = createContext(surroundings, entry.path).picture(src);
    if (!('problem' in found) || found.said === true) return [];
    const { problem: message, mend } = found;
    return placed(`${label}/${entry.path}`, entry.locate, {
      path: [field],
      rule: found.rule ?? 'broken-picture',
      message,
      mend,
    });
  });
}

function missingReviewDates({ source, label }: Judged): Problem[] {
  const damaged = source.damaged.filter(
    ({ collection, wrong }) =>
      collection === 'posts' && !wrong.includes('reviewBy') && !wrong.includes('expires'),
  );
  return [...source.posts, ...damaged]
    .filter(
      ({ data }) =>
        data['kind'] === 'how-to' && data['reviewBy'] === undefined && data['expires'] === undefined,
    )
    .map((entry) =>
      placed(`${label}/${entry.path}`, entry.locate, {
        path: ['kind'],
        rule: 'missing-review-date',
        message: 'This how-to does not say when somebody should look at it again.',
        mend: 'Add a line such as "reviewBy: 6 months"; readers are warned when that day has passed.',
      }),
    );
}
