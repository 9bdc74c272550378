import { describe, expect, it } from 'vitest';
import {
  apiUrl,
  discussionsUrl,
  editUrl,
  fitsIntoAddress,
  forgeHome,
  hasEditor,
  historyUrl,
  issueFormUrl,
  newFileUrl,
  newIssueUrl,
  takesContent,
} from '../../../src/model/forge.ts';
import { daySchema } from '../../../src/model/day.ts';
import { newPostFile } from '../../../src/model/new-post.ts';
import { kinds as kindNames } from '../../../src/model/post.ts';
import { postTemplate, templatePath } from '../../../src/model/post-template.ts';
import type { Forge } from '../../../src/model/site.ts';
import { seededRandom } from '../../support/entries.ts';
import { randomText } from '../../support/random-text.ts';

const forge = (kind: Forge['kind'], changes: Partial<Forge> = {}): Forge => ({
  kind,
  url: 'https://forge.example',
  repository: 'kestrel/blog',
  branch: 'main',
  ...changes,
});

const kinds = ['github', 'gitlab', 'gitea', 'forgejo'] as const;
const file = 'posts/how-to/index.md';

describe('addresses on a forge', () => {
  it.each([
    ['github', 'https://forge.example/kestrel/blog/edit/main/content/posts/how-to/index.md'],
    ['gitlab', 'https://forge.example/kestrel/blog/-/edit/main/content/posts/how-to/index.md'],
    ['gitea', 'https://forge.example/kestrel/blog/_edit/main/content/posts/how-to/index.md'],
    ['forgejo', 'https://forge.example/kestrel/blog/_edit/main/content/posts/how-to/index.md'],
  ] as const)('edit a file on %s', (kind, expected) => {
    expect(editUrl(forge(kind), file)).toBe(expected);
  });

  it.each([
    ['github', 'https://forge.example/kestrel/blog/commits/main/content/posts/how-to/index.md'],
    ['gitlab', 'https://forge.example/kestrel/blog/-/commits/main/content/posts/how-to/index.md'],
    ['gitea', 'https://forge.example/kestrel/blog/commits/branch/main/content/posts/how-to/index.md'],
    ['forgejo', 'https://forge.example/kestrel/blog/commits/branch/main/content/posts/how-to/index.md'],
  ] as const)('show the history of a file on %s', (kind, expected) => {
    expect(historyUrl(forge(kind), file)).toBe(expected);
  });

  it('lead to the discussions, or to the issues where there are none', () => {
    expect(kinds.map((kind) => new URL(discussionsUrl(forge(kind))).pathname)).toEqual([
      '/kestrel/blog/discussions',
      '/kestrel/blog/issues',
      '/kestrel/blog/issues',
      '/kestrel/blog/issues',
    ]);
  });

  it.each(kinds)('carry the words of a new issue on %s unharmed', (kind) => {
    const title = 'Mistake in: "A & B" = 50% + ½? #1 {branch} <b>';
    const body = 'https://blog.example/posts/a/?x=1&y=2#z\n\nLine two 🎉\n';
    const query = new URL(newIssueUrl(forge(kind), title, body)).searchParams;
    const [titleName, bodyName] =
      kind === 'gitlab' ? ['issue[title]', 'issue[description]'] : ['title', 'body'];
    expect([...query.keys()]).toEqual([titleName, bodyName]);
    expect(query.get(titleName)).toBe(title);
    expect(query.get(bodyName)).toBe(body);
  });

  it.each(kinds)('carry the name and the content of a new file on %s unharmed', (kind) => {
    const words = '---\ntitle: "A & B" = 50% + ½? #1 {file}\n---\n\n## [[link]] 🎉\n';
    const query = new URL(newFileUrl(forge(kind), 'posts/a b.md', words)).searchParams;
    expect(query.get(kind === 'gitlab' ? 'file_name' : 'filename')).toBe('content/posts/a b.md');
    expect(query.get('value')).toBe(takesContent(forge(kind)) ? words : null);
  });

  it.each(kinds)('keep the slashes of branches and folders on %s, and escape everything else', (kind) => {
    const url = editUrl(forge(kind, { branch: 'docs/ünï#1' }), 'posts/50% off?.md');
    expect(url).toContain('/docs/%C3%BCn%C3%AF%231/content/posts/50%25%20off%3F.md');
    const { pathname, search, hash } = new URL(url);
    expect(decodeURIComponent(pathname)).toMatch(/\/docs\/ünï#1\/content\/posts\/50% off\?\.md$/u);
    expect([search, hash]).toEqual(['', '']);
  });

  it('start at the repository, below a path and in subgroups too', () => {
    expect(forgeHome(forge('gitlab', { url: 'https://forge.example/code/', repository: 'a/b/c' }))).toBe(
      'https://forge.example/code/a/b/c',
    );
  });
});

describe('a new post on a forge', () => {
  const forges: readonly (readonly [name: string, forge: Forge])[] = [
    ['GitHub', forge('github', { url: 'https://github.com' })],
    ['GitHub Enterprise Server', forge('github', { url: 'https://git.quay.example/', branch: 'docs/ünï' })],
    ['GitLab', forge('gitlab', { url: 'https://quay.example/gitlab', repository: 'a/b/c' })],
    ['Gitea', forge('gitea')],
    ['Forgejo', forge('forgejo', { branch: 'release' })],
  ];

  it.each(forges)('arrives at %s as the file that was made, whatever its title', (_name, where) => {
    const random = seededRandom(23);
    const names = where.kind === 'gitlab' ? ['file_name'] : ['filename', 'value'];
    for (let round = 0; round < 300; round += 1) {
      const kind = kindNames[round % kindNames.length] ?? 'article';
      const post = {
        kind,
        title: randomText(random, 200),
        day: '2026-03-12',
        authors: ['ada'],
        tags: ['tools'],
      };
      const { path, text } = newPostFile({ ...post, excerpt: randomText(random), to: ['ben'] });
      const { href, searchParams, hash } = new URL(newFileUrl(where, path, text));
      expect(href.startsWith(`${forgeHome(where)}/`), post.title).toBe(true);
      expect(hash).toBe('');
      expect([...searchParams]).toEqual(names.map((name, index) => [name, [`content/${path}`, text][index]]));
    }
  });

  it.each(forges)(
    'begins at %s with any outline, in an address that gets through a sign-in',
    (_name, where) => {
      for (const kind of kindNames) {
        const outline = postTemplate(kind, daySchema.parse('2026-03-12'));
        const url = newFileUrl(where, templatePath, outline);
        expect(fitsIntoAddress(url)).toBe(true);
        expect(new URL(url).searchParams.get('value')).toBe(takesContent(where) ? outline : null);
      }
    },
  );

  it('does not fit into an address when it is long, and sooner when it is full of signs', () => {
    const fits = (content: string) => fitsIntoAddress(newFileUrl(forge('github'), 'posts/a.md', content));
    expect([fits('a'.repeat(7800)), fits('a'.repeat(8000))]).toEqual([true, false]);
    // A Chinese sign has three bytes, and each is written %25E5 in the address of a sign-in page.
    expect([fits('写'.repeat(500)), fits('写'.repeat(600))]).toEqual([true, false]);
  });

  it('can be sent as words where the forge has forms for issues', () => {
    expect(forges.map(([, where]) => issueFormUrl(where, 'write-a-post.yml'))).toEqual([
      'https://github.com/kestrel/blog/issues/new?template=write-a-post.yml',
      'https://git.quay.example/kestrel/blog/issues/new?template=write-a-post.yml',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('where programs ask', () => {
  it.each([
    ['https://github.com', 'https://api.github.com'],
    ['https://github.com/', 'https://api.github.com'],
    ['https://quay.ghe.com', 'https://api.quay.ghe.com'],
    ['https://git.quay.example', 'https://git.quay.example/api'],
    ['http://localhost:8080/', 'http://localhost:8080/api'],
    ['https://notgithub.com', 'https://notgithub.com/api'],
  ])('of %s is %s', (url, api) => {
    expect(apiUrl({ url })).toBe(api);
  });
});

describe('the editor in the browser', () => {
  it.each([
    ['github', 'https://github.com', true],
    ['github', 'https://git.quay.example', true],
    ['gitlab', 'https://quay.example/gitlab', true],
    ['github', 'http://127.0.0.1:4000', true],
    ['github', 'http://git.quay.example', false],
    ['github', 'https://quay.ghe.com', false],
    ['gitea', 'https://git.quay.example', false],
    ['forgejo', 'https://git.quay.example', false],
  ] as const)('with %s at %s: %s', (kind, url, offered) => {
    expect(hasEditor(forge(kind, { url }))).toBe(offered);
  });

  it('needs a forge', () => {
    expect(hasEditor(undefined)).toBe(false);
  });
});
