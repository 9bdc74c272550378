import { describe, expect, it } from 'vitest';
import { referenceProblems, type ReferenceInput } from '../../../src/model/references.ts';
import { aGroup, anAuthor, aPath, aPost, aTag } from '../../support/entries.ts';
import type { Post } from '../../../src/model/post.ts';
import type { Tag } from '../../../src/model/tag.ts';

function input(parts: { posts?: Post[]; tags?: Tag[] } & Partial<Omit<ReferenceInput, 'posts' | 'tags'>>) {
  const {
    posts = [],
    tags = [aTag('git'), aTag('job-aids', { aliases: ['Checklist', 'cheat-sheet'] })],
    ...rest
  } = parts;
  return {
    posts: posts.map((data) => ({ slug: data.slug, path: data.source.path, data })),
    authors: ['ada', 'bo'].map((slug) => ({ slug, path: `authors/${slug}.yml`, data: anAuthor(slug) })),
    groups: [{ slug: 'circle', path: 'groups/circle.md', data: aGroup('circle') }],
    paths: [],
    questions: ['7', '12'].map((slug) => ({ slug })),
    tags: { slug: '', path: 'tags.yml', data: { tags } },
    unreadable: [],
    ...rest,
  };
}

const told = (parts: Parameters<typeof input>[0]) =>
  referenceProblems(input(parts))
    .map(({ file, path, rule, message, mend }) => `${file} ${path.join('.')} | ${rule}\n${message}\n${mend}`)
    .join('\n\n');

const sound = { authors: ['ada'], tags: ['git'] };

describe('references', () => {
  it('are sound when everything they name is there', () => {
    const post = aPost('a', { ...sound, owner: 'bo', to: ['bo'], group: 'circle', formerly: ['b'] });
    const tags = [aTag('git', { pinned: ['a'], trainer: 'ada' })];
    expect(told({ posts: [post], tags })).toBe('');
  });

  it('name what is missing, where it is named, with the nearest that is there', () => {
    const post = aPost('a', {
      authors: ['ada', 'adda'],
      tags: ['gti'],
      owner: 'zoltan',
      to: ['boo'],
      group: 'circel',
    });
    expect(told({ posts: [post] })).toMatchInlineSnapshot(`
      "posts/a.md authors.1 | unknown-author
      content/authors has no file for "adda". Did you mean "ada"?
      Correct it, or add the person: a file in content/authors with name and role.

      posts/a.md to.0 | unknown-author
      content/authors has no file for "boo". Did you mean "bo"?
      Correct it, or add the person: a file in content/authors with name and role.

      posts/a.md tags.0 | unknown-tag
      content/tags.yml has no tag "gti". Did you mean "git"?
      Correct it, or add the tag to content/tags.yml with a label and a description.

      posts/a.md owner | unknown-author
      content/authors has no file for "zoltan".
      Correct it, or add the person: a file in content/authors with name and role.

      posts/a.md group | unknown-group
      content/groups has no file for "circel". Did you mean "circle"?
      Correct it, or add the group: a file in content/groups."
    `);
  });

  it('suggest the tag whose alias was written, in any case', () => {
    expect(told({ posts: [aPost('a', { ...sound, tags: ['checklist'] })] })).toMatchInlineSnapshot(`
      "posts/a.md tags.0 | tag-alias
      "checklist" is another name of the topic "job-aids".
      Write "job-aids", or let "npm run check -- --fix" do it."
    `);
    expect(told({ posts: [aPost('a', { ...sound, tags: ['cheat-sheet'] })] })).toContain(
      '"cheat-sheet" is another name of the topic "job-aids".',
    );
  });

  it('are checked in groups, paths and tags as well', () => {
    const group = aGroup('circle', { stewards: ['nobody-at-all'], members: ['ad'] });
    const path = aPath('start', ['first', 'second']);
    const tags = [aTag('git', { pinned: ['frist'], trainer: 'zoltan' })];
    expect(
      told({
        posts: [aPost('first', sound)],
        groups: [{ slug: 'circle', path: 'groups/circle.md', data: group }],
        paths: [{ slug: 'start', path: 'paths/start.md', data: path }],
        tags,
      }),
    ).toMatchInlineSnapshot(`
      "groups/circle.md stewards.0 | unknown-author
      content/authors has no file for "nobody-at-all".
      Correct it, or add the person: a file in content/authors with name and role.

      groups/circle.md members.0 | unknown-author
      content/authors has no file for "ad". Did you mean "ada"?
      Correct it, or add the person: a file in content/authors with name and role.

      paths/start.md steps.1.post | unknown-post
      No post has the slug "second".
      Correct it, or delete it here.

      tags.yml tags.0.pinned.0 | unknown-post
      No post has the slug "frist". Did you mean "first"?
      Correct it, or delete it here.

      tags.yml tags.0.trainer | unknown-author
      content/authors has no file for "zoltan".
      Correct it, or add the person: a file in content/authors with name and role."
    `);
  });

  it('let a post keep the slug that names its conversation, when it has it back', () => {
    expect(told({ posts: [aPost('a', { ...sound, formerly: ['a', 'b'] })] })).toBe('');
  });

  it('refuse an old slug that belongs to another post, living or renamed', () => {
    const posts = [
      aPost('a', { ...sound, formerly: ['old'] }),
      aPost('b', { ...sound, formerly: ['old', 'a'] }),
      aPost('c', { ...sound, formerly: ['c'] }),
    ];
    expect(told({ posts })).toMatchInlineSnapshot(`
      "posts/b.md formerly.0 | duplicate-slug
      The old slug "old" already belongs to posts/a.md.
      An old slug can redirect to one post only: delete it in one of the two files.

      posts/b.md formerly.1 | duplicate-slug
      The old slug "a" already belongs to posts/a.md.
      An old slug can redirect to one post only: delete it in one of the two files.

      posts/c.md formerly.0 | duplicate-slug
      The old slug "c" already belongs to posts/c.md.
      An old slug can redirect to one post only: delete it in one of the two files."
    `);
  });

  it('do not blame a post for a file that cannot be read', () => {
    const post = aPost('a', { authors: ['broken'], tags: ['git', 'any'], group: 'broken' });
    const unreadable = ['authors', 'groups', 'tags'].map((collection) => ({ collection, slug: 'broken' }));
    expect(told({ posts: [post], unreadable })).toBe('');
    expect(told({ posts: [post], unreadable: unreadable.slice(0, 1) })).not.toContain('unknown-author');
    expect(told({ posts: [post], unreadable: unreadable.slice(0, 1) })).toContain('unknown-tag');
  });

  it('refuse a tag that is there twice', () => {
    expect(told({ tags: [aTag('git'), aTag('git')] })).toMatchInlineSnapshot(`
      "tags.yml tags.1.slug | duplicate-slug
      The tag "git" is there twice.
      Delete one of the two, or merge them."
    `);
  });
});
