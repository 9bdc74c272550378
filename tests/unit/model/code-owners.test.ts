import { describe, expect, it } from 'vitest';
import { ownersFile, staleLine, type OwnersInput } from '../../../src/model/code-owners.ts';
import type { Site } from '../../../src/model/site.ts';

const forge = (kind: NonNullable<Site['forge']>['kind'], maintainers = ['quay/editors']) => ({
  forge: { kind, url: 'https://forge.example', repository: 'quay/blog', branch: 'main', maintainers },
});
const author = (slug: string, login?: string, left?: string) => ({
  slug,
  data: { ...(login !== undefined && { login }), ...(left !== undefined && { left: left as never }) },
});
const post = (slug: string, authors: string[], more: { owner?: string; group?: string } = {}) => ({
  path: `posts/${slug}.md`,
  data: { authors, ...more },
});

const blog: OwnersInput = {
  site: forge('github'),
  authors: [
    author('ines', 'ines-c'),
    author('dev', 'devp'),
    author('gone', 'gone', '2025-01-01'),
    author('nameless'),
  ],
  groups: [
    { slug: 'first-year', path: 'groups/first-year.md', data: { stewards: ['ines', 'dev'] } },
    { slug: 'alone', path: 'groups/alone.md', data: { stewards: ['dev', 'gone'] } },
  ],
  posts: [
    post('z', ['ines', 'dev']),
    post('folder/index', ['ines']),
    post('owned', ['ines'], { owner: 'dev' }),
    post('of-group', ['gone'], { group: 'first-year' }),
    post('of-own-group', ['dev'], { group: 'alone' }),
    post('orphan', ['gone']),
    post('unnamed', ['nameless']),
  ],
};

describe('the list of owners', () => {
  it('names the owner or the first author, then the stewards, and the maintainers beside whoever is alone', () => {
    expect(ownersFile(blog)).toMatchInlineSnapshot(`
      {
        "path": ".github/CODEOWNERS",
        "text": "# Made by "npm run owners" from content/: do not edit by hand.
      # A new post needs no line: the maintainers are asked until this file is made again.
      * @quay/editors
      /content/groups/alone.md @devp @quay/editors
      /content/groups/first-year.md @ines-c @devp
      /content/posts/folder/ @ines-c @quay/editors
      /content/posts/of-group.md @ines-c @devp
      /content/posts/of-own-group.md @devp @quay/editors
      /content/posts/owned.md @devp @quay/editors
      /content/posts/z.md @ines-c @quay/editors
      ",
        "unnamed": Map {
          "nameless" => [
            "posts/unnamed.md",
          ],
        },
      }
    `);
  });

  it('is a list of patterns for Gitea and Forgejo, which read it as such', () => {
    const { path, text } = ownersFile({ ...blog, site: forge('forgejo') }) ?? {};
    expect(path).toBe('.forgejo/CODEOWNERS');
    expect(text).toMatchInlineSnapshot(`
      "# Made by "npm run owners" from content/: do not edit by hand.
      # A new post needs no line: the maintainers are asked until this file is made again.
      .* @quay/editors
      content/groups/alone\\\\.md @devp @quay/editors
      content/groups/first-year\\\\.md @ines-c @devp
      content/posts/folder/.* @ines-c @quay/editors
      content/posts/of-group\\\\.md @ines-c @devp
      content/posts/of-own-group\\\\.md @devp @quay/editors
      content/posts/owned\\\\.md @devp @quay/editors
      content/posts/z\\\\.md @ines-c @quay/editors
      "
    `);
  });

  it('lies where each forge looks for it', () => {
    const kinds = ['github', 'gitlab', 'gitea', 'forgejo'] as const;
    expect(kinds.map((kind) => ownersFile({ ...blog, site: forge(kind) })?.path)).toEqual(
      kinds.map((kind) => `.${kind}/CODEOWNERS`),
    );
    expect(ownersFile({ ...blog, site: {} })).toBeUndefined();
  });

  it('lets no path and no name add another line or another name', () => {
    const authors = [
      author('a', 'ada @evil'),
      author('b', 'x\n* @evil'),
      author('c', '#x'),
      author('d', '@evil'),
      author('e', 'e'),
    ];
    const posts = ['a', 'b', 'c', 'd', 'e'].map((slug) => post(`${slug} #1 [x].y+z`, [slug]));
    const { text, unnamed } = ownersFile({ ...blog, groups: [], authors, posts }) ?? {};
    expect(text).not.toContain('evil');
    expect(text?.split('\n').slice(2)).toEqual([
      '* @quay/editors',
      '/content/posts/e\\ \\#1\\ \\[x\\].y+z.md @e @quay/editors',
      '',
    ]);
    expect([...(unnamed?.keys() ?? [])]).toEqual(['a', 'b', 'c', 'd']);
    expect(
      ownersFile({ ...blog, groups: [], authors, posts, site: forge('gitea') })?.text.split('\n')[3],
    ).toBe('content/posts/e\\ \\#1\\ \\\\[x\\\\]\\\\.y\\\\+z\\\\.md @e @quay/editors');
  });

  it('has no line for everything when nobody answers for it', () => {
    const { text } =
      ownersFile({ ...blog, site: { forge: { ...forge('github').forge, maintainers: undefined } } }) ?? {};
    expect(text?.split('\n').slice(1, 3)).toEqual([
      '/content/groups/alone.md @devp',
      '/content/groups/first-year.md @ines-c @devp',
    ]);
  });
});

describe('a list is stale', () => {
  const { text = '' } = ownersFile(blog) ?? {};
  const stale = (change: (text: string) => string) => staleLine(change(text), text);

  it('not when it is as it would be made, also with other line ends, or when posts are new', () => {
    expect(stale((same) => same)).toBeUndefined();
    expect(stale((same) => same.replaceAll('\n', '\r\n'))).toBeUndefined();
    expect(stale((same) => same.replaceAll(/^\/content\/posts\/.*\n/gmu, ''))).toBeUndefined();
  });

  it('when a line names somebody else, a file that is gone, or comes from somewhere else', () => {
    expect(stale((same) => same.replace('owned.md @devp', 'owned.md @ines-c'))).toMatchInlineSnapshot(`
      {
        "expected": "/content/posts/owned.md @devp @quay/editors",
        "found": "/content/posts/owned.md @ines-c @quay/editors",
        "line": 9,
      }
    `);
    expect(stale((same) => same.replace('of-group.md', 'old-group.md'))).toMatchInlineSnapshot(`
      {
        "expected": "",
        "found": "/content/posts/old-group.md @ines-c @devp",
        "line": 7,
      }
    `);
    expect(stale((same) => `${same}* @evil\n`)).toMatchInlineSnapshot(`
      {
        "expected": "* @quay/editors",
        "found": "* @evil",
        "line": 11,
      }
    `);
    expect(stale((same) => same.replace('* @quay/editors\n', ''))).toMatchInlineSnapshot(`
      {
        "expected": "* @quay/editors",
        "found": "",
        "line": 3,
      }
    `);
    expect(stale((same) => same.split('\n').slice(0, 3).join('\n'))).toMatchInlineSnapshot(`
      {
        "expected": "/content/groups/alone.md @devp @quay/editors",
        "found": "",
        "line": 3,
      }
    `);
  });
});
