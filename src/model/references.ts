import type { FieldProblem } from './field-problem.ts';
import type { AuthorFile } from './author.ts';
import { editDistance, nearest } from './nearest.ts';
import type { PostFrontmatter } from './post.ts';
import type { Tag } from './tag.ts';

interface Named<Data> {
  slug: string;
  path: string;
  data: Data;
}

/** Fields that name other entries. One is missing where the file has it wrong. */
type PostFields = Partial<
  Pick<PostFrontmatter, 'authors' | 'to' | 'tags' | 'owner' | 'group' | 'formerly' | 'answers'>
>;

interface GroupFields {
  stewards?: readonly string[];
  members?: readonly string[];
}

interface PathFields {
  steps?: readonly { post: string }[];
}

/** What the rules about references look at. Fields name other entries by slug. */
export interface ReferenceInput {
  posts: readonly Named<PostFields>[];
  authors: readonly Named<AuthorFile>[];
  groups: readonly Named<GroupFields>[];
  paths: readonly Named<PathFields>[];
  /** Named by their numbers. */
  questions: readonly { slug: string }[];
  tags: Named<{ tags: readonly Tag[] }>;
  /** Entries whose files are there but cannot be read. Without a readable tags.yml, no tag is judged. */
  unreadable: readonly { collection: string; slug: string }[];
}

/** A problem with a field of the file at `file`, relative to the content folder. */
export type FilePlaced = FieldProblem & { file: string };

/** Every author, tag, group, post and question that is named but does not exist, and every slug that is claimed twice. */
export function referenceProblems(input: ReferenceInput): FilePlaced[] {
  const named = (collection: 'authors' | 'groups' | 'posts' | 'questions') =>
    new Set([
      ...input[collection].map(({ slug }) => slug),
      ...input.unreadable.filter((entry) => entry.collection === collection).map(({ slug }) => slug),
    ]);
  const known = {
    author: named('authors'),
    group: named('groups'),
    tag: new Set<string>(input.tags.data.tags.map(({ slug }) => slug)),
    post: named('posts'),
    question: named('questions'),
  };
  const tagsAreKnown = !input.unreadable.some(({ collection }) => collection === 'tags');
  const aliases = new Map(
    input.tags.data.tags.flatMap(({ slug, aliases }) =>
      aliases.map((alias) => [alias.toLowerCase().replaceAll(' ', '-'), slug]),
    ),
  );
  const problems: FilePlaced[] = [];
  const check = (kind: keyof typeof known, file: string, path: readonly PropertyKey[], slug: string) => {
    if (known[kind].has(slug)) return;
    const right = kind === 'tag' ? aliases.get(slug) : undefined;
    if (right !== undefined) problems.push({ file, path, ...alias(slug, right) });
    else problems.push({ file, path, ...unknown(kind, slug, likely(kind, slug, known[kind])) });
  };
  const checkAll = (
    kind: keyof typeof known,
    file: string,
    path: readonly PropertyKey[],
    slugs: readonly string[],
  ) => {
    for (const [index, slug] of slugs.entries()) check(kind, file, [...path, index], slug);
  };

  for (const { path: file, data } of input.posts) {
    checkAll('author', file, ['authors'], data.authors ?? []);
    checkAll('author', file, ['to'], data.to ?? []);
    if (tagsAreKnown) checkAll('tag', file, ['tags'], data.tags ?? []);
    if (data.owner !== undefined) check('author', file, ['owner'], data.owner);
    if (data.group !== undefined) check('group', file, ['group'], data.group);
    checkAll('question', file, ['answers'], (data.answers ?? []).map(String));
  }
  for (const { path: file, data } of input.groups) {
    checkAll('author', file, ['stewards'], data.stewards ?? []);
    checkAll('author', file, ['members'], data.members ?? []);
  }
  for (const { path: file, data } of input.paths)
    for (const [index, step] of (data.steps ?? []).entries())
      check('post', file, ['steps', index, 'post'], step.post);
  for (const [index, tag] of input.tags.data.tags.entries()) {
    checkAll('post', input.tags.path, ['tags', index, 'pinned'], tag.pinned);
    if (tag.trainer !== undefined) check('author', input.tags.path, ['tags', index, 'trainer'], tag.trainer);
  }
  return [...problems, ...claimedTwice(input), ...tagsTwice(input)];
}

function alias(written: string, right: string): Omit<FieldProblem, 'path'> {
  return {
    rule: 'tag-alias',
    message: `"${written}" is another name of the topic "${right}".`,
    mend: `Write "${right}", or let "npm run check -- --fix" do it.`,
    instead: { written, right },
  };
}

/** What was meant, perhaps. Two people may have nearly one name, and a post must not be signed with that of another. */
function likely(kind: keyof typeof homes, slug: string, known: Iterable<string>): string | undefined {
  const [first] = nearest(slug, known);
  return first !== undefined && kind === 'author' && editDistance(slug, first) > 2 ? undefined : first;
}

const homes = {
  author: 'content/authors has no file for',
  group: 'content/groups has no file for',
  tag: 'content/tags.yml has no tag',
  post: 'No post has the slug',
  question: 'content/threads/questions has no question',
};

const mends = {
  author: 'Correct it, or add the person: a file in content/authors with name and role.',
  group: 'Correct it, or add the group: a file in content/groups.',
  tag: 'Correct it, or add the tag to content/tags.yml with a label and a description.',
  post: 'Correct it, or delete it here.',
  question: 'Correct the number, or copy the question first: npm run threads.',
};

function unknown(
  kind: keyof typeof homes,
  slug: string,
  suggestion: string | undefined,
): Omit<FieldProblem, 'path'> {
  const named = (name: string) => (kind === 'question' ? name : `"${name}"`);
  return {
    rule: `unknown-${kind}`,
    message: `${homes[kind]} ${named(slug)}.${suggestion === undefined ? '' : ` Did you mean ${named(suggestion)}?`}`,
    mend: mends[kind],
  };
}

/** Former slugs redirect, so they must belong to one post only and to no living one. */
function claimedTwice({ posts }: ReferenceInput): FilePlaced[] {
  const owners = new Map(posts.map(({ slug, path }) => [slug, path]));
  const problems: FilePlaced[] = [];
  for (const { path: file, slug: own, data } of posts)
    for (const [index, slug] of (data.formerly ?? []).entries()) {
      // A post that has its first slug back still has its conversation under it.
      const isFirstAgain = slug === own && index === 0 && (data.formerly ?? []).length > 1;
      if (isFirstAgain) continue;
      const owner = owners.get(slug);
      if (owner === undefined) owners.set(slug, file);
      else
        problems.push({
          file,
          path: ['formerly', index],
          rule: 'duplicate-slug',
          message: `The old slug "${slug}" already belongs to ${owner}.`,
          mend: 'An old slug can redirect to one post only: delete it in one of the two files.',
        });
    }
  return problems;
}

function tagsTwice({ tags }: ReferenceInput): FilePlaced[] {
  const seen = new Set<string>();
  return tags.data.tags.flatMap(({ slug }, index) => {
    const twice = seen.has(slug);
    seen.add(slug);
    return twice
      ? {
          file: tags.path,
          path: ['tags', index, 'slug'],
          rule: 'duplicate-slug',
          message: `The tag "${slug}" is there twice.`,
          mend: 'Delete one of the two, or merge them.',
        }
      : [];
  });
}
