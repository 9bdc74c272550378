import { afterEach, describe, expect, it } from 'vitest';
import * as rename from '../../../../scripts/commands/rename.ts';
import { post, type Files } from '../../../support/content.ts';
import { openWritingBlog, type WritingBlog } from '../../../support/writing-blog.ts';

let blog: WritingBlog | undefined;
afterEach(async () => {
  await blog?.remove();
  blog = undefined;
});

const tags =
  'tags:\n  - slug: tools\n    label: Tools # by hand\n    description: Things that help.\n    pinned: [first, second]\n';
const linking: Files = {
  'tags.yml': tags,
  'redirects.yml': 'redirects:\n  # from the wiki\n  "/wiki/pump/": /posts/first/\n',
  'site.yml':
    'name: The Harbour Log\npurpose: What we learned at work.\nurl: https://blog.example\nnotice: "Read [this](/posts/first/) first."\n',
  'posts/first.md': post({ title: 'First words' }, 'See [[first#part]] and [[second]].\n'),
  'posts/second/index.md': post(
    { title: 'Second', cover: '../first/pump.webp', coverAlt: 'A pump' },
    'See [[First|the first]], [it](../first.md#part), [[First words]] and <https://blog.example/posts/first/>.\r\n\r\n```\n[[first]]\n```\n',
  ),
  'groups/circle.md':
    '---\nname: Circle\npurpose: To talk.\nstewards: [ada]\nresources:\n  - label: One\n    link: /posts/first/#part\n---\n\nRead [[first]].\n',
  'paths/start.md':
    '---\ntitle: Start\nfor: you\noutcome: Some.\nsteps:\n  - post: first # begin\n    because: It is first.\n---\n\nWords.\n',
  'pages/about.md': '\uFEFF---\ntitle: About\n---\n\n[A]: /posts/first/ "title"\n\nSee [A].\n',
};

const status = async ({ git }: WritingBlog) => (await git(['status', '--porcelain'])).trimEnd();

describe('npm run rename', () => {
  it('moves the file, writes down the old slug, and mends everything that names it', async () => {
    blog = await openWritingBlog(linking);
    const before = await blog.files();
    const dry = await blog.run(rename, ['first', 'first-aid', '--dry-run']);
    expect(dry).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "content/posts/first.md → content/posts/first-aid.md
      content/site.yml:4  Read [this](/posts/first/) first. → Read [this](/posts/first-aid/) first.
      content/tags.yml:5  first → first-aid
      content/redirects.yml:3  /posts/first/ → /posts/first-aid/
      content/posts/first-aid.md:6  formerly: [first]
      content/posts/first-aid.md:9  [[first]] → [[first-aid]]
      content/posts/second/index.md:10  [[First]] → [[first-aid]]
      content/posts/second/index.md:10  ../first.md#part → ../first-aid.md#part
      content/posts/second/index.md:10  https://blog.example/posts/first/ → https://blog.example/posts/first-aid/
      content/groups/circle.md:7  /posts/first/#part → /posts/first-aid/#part
      content/groups/circle.md:10  [[first]] → [[first-aid]]
      content/paths/start.md:6  first → first-aid
      content/pages/about.md:5  /posts/first/ → /posts/first-aid/
      12 places in 8 files.

      Nothing was written.
      ",
      }
    `);
    expect(await blog.files()).toEqual(before);

    const { code, stdout, stderr } = await blog.run(rename, ['first', 'first-aid']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n\n')[0]).toBe(dry.stdout.split('\n\n')[0]);
    expect(stdout.split('\n\n')[1]).toMatchInlineSnapshot(`
      ""first" is called "first-aid", and its old address leads there.
      Look it over: git diff HEAD, npm run check
      "
    `);
    const diff = await blog.git(['diff', '-M', '--unified=0', 'HEAD']);
    expect(diff.replaceAll(/^(?:index|diff|similarity) .*\n/gmu, '')).toMatchInlineSnapshot(`
      "--- a/content/groups/circle.md
      +++ b/content/groups/circle.md
      @@ -7 +7 @@ resources:
      -    link: /posts/first/#part
      +    link: /posts/first-aid/#part
      @@ -10 +10 @@ resources:
      -Read [[first]].
      +Read [[first-aid]].
      --- a/content/pages/about.md
      +++ b/content/pages/about.md
      @@ -5 +5 @@ title: About
      -[A]: /posts/first/ "title"
      +[A]: /posts/first-aid/ "title"
      --- a/content/paths/start.md
      +++ b/content/paths/start.md
      @@ -6 +6 @@ steps:
      -  - post: first # begin
      +  - post: first-aid # begin
      rename from content/posts/first.md
      rename to content/posts/first-aid.md
      --- a/content/posts/first.md
      +++ b/content/posts/first-aid.md
      @@ -5,0 +6 @@ tags: [tools]
      +formerly: [first]
      @@ -8 +9 @@ tags: [tools]
      -See [[first#part]] and [[second]].
      +See [[first-aid#part]] and [[second]].
      --- a/content/posts/second/index.md
      +++ b/content/posts/second/index.md
      @@ -10 +10 @@ coverAlt: A pump
      -See [[First|the first]], [it](../first.md#part), [[First words]] and <https://blog.example/posts/first/>.
      +See [[first-aid|the first]], [it](../first-aid.md#part), [[First words]] and <https://blog.example/posts/first-aid/>.
      --- a/content/redirects.yml
      +++ b/content/redirects.yml
      @@ -3 +3 @@ redirects:
      -  "/wiki/pump/": /posts/first/
      +  "/wiki/pump/": /posts/first-aid/
      --- a/content/site.yml
      +++ b/content/site.yml
      @@ -4 +4 @@ url: https://blog.example
      -notice: "Read [this](/posts/first/) first."
      +notice: "Read [this](/posts/first-aid/) first."
      --- a/content/tags.yml
      +++ b/content/tags.yml
      @@ -5 +5 @@ tags:
      -    pinned: [first, second]
      +    pinned: [first-aid, second]
      "
    `);
    expect(await status(blog)).toMatchInlineSnapshot(`
      " M content/groups/circle.md
       M content/pages/about.md
       M content/paths/start.md
      RM content/posts/first.md -> content/posts/first-aid.md
       M content/posts/second/index.md
       M content/redirects.yml
       M content/site.yml
       M content/tags.yml"
    `);
  });

  it('moves a folder with everything in it, also what git does not know', async () => {
    blog = await openWritingBlog({
      'posts/pump/index.md': post({}, '![A pump](./Pumpe ü.webp)\n'.replace(' ü', '')),
      'posts/pump/Pumpe.webp': 'picture',
      'posts/first.md': post({}, 'See ![it](pump/Pumpe.webp) and [it](./pump/).\n'),
    });
    await blog.write({ 'content/posts/pump/neu für dich.pdf': 'document' });
    expect((await blog.run(rename, ['content/posts/pump/index.md', 'pumps'])).stdout).toMatchInlineSnapshot(`
      "content/posts/pump → content/posts/pumps
      content/posts/first.md:8  pump/Pumpe.webp → pumps/Pumpe.webp
      content/posts/first.md:8  ./pump/ → ./pumps/
      content/posts/pumps/index.md:6  formerly: [pump]
      3 places in 2 files.

      "pump" is called "pumps", and its old address leads there.
      Look it over: git diff HEAD, npm run check
      "
    `);
    const files = await blog.files();
    expect(Object.keys(files).filter((path) => path.includes('pump'))).toEqual([
      'content/posts/pumps/Pumpe.webp',
      'content/posts/pumps/index.md',
      'content/posts/pumps/neu für dich.pdf',
    ]);
    expect(files['content/posts/first.md']).toContain('See ![it](pumps/Pumpe.webp) and [it](./pumps/).');
  });

  it('works without a repository', async () => {
    blog = await openWritingBlog({ 'posts/second.md': post({}, '[[FIRST]]\n') }, { repository: false });
    expect((await blog.run(rename, ['/posts/first/', 'new'])).code).toBe(0);
    const files = await blog.files();
    expect(files['content/posts/first.md']).toBeUndefined();
    expect(files['content/posts/new.md']).toContain('formerly: [first]\n');
    expect(files['content/posts/second.md']).toContain('[[new]]');
  });

  it('keeps the conversation through several names and back to the first', async () => {
    blog = await openWritingBlog();
    const formerly = async () =>
      Object.values(await (blog as WritingBlog).files())
        .join()
        .match(/formerly: .*/u)?.[0];
    await blog.run(rename, ['first', 'second']);
    await blog.run(rename, ['second', 'third']);
    expect(await formerly()).toBe('formerly: [first, second]');
    await blog.run(rename, ['third', 'second']);
    expect(await formerly()).toBe('formerly: [first, third]');
    await blog.run(rename, ['second', 'first']);
    expect(await formerly()).toBe('formerly: [first, third, second]');
    expect(await blog.problems()).toBe('');
  });

  it('makes a name that cannot be an address into one, and writes down nothing that cannot be an old slug', async () => {
    blog = await openWritingBlog({ 'posts/Names that sort.md': post() });
    expect((await blog.run(rename, ['Names that sort', 'Names that sort'])).stderr).toMatchInlineSnapshot(`
      "The post is called "Names that sort" already.
      Nothing was changed.
      "
    `);
    expect((await blog.run(rename, ['Names that sort', 'names-that-sort'])).code).toBe(0);
    expect((await blog.files())['content/posts/names-that-sort.md']).toBe(post());
  });

  it('takes a redirect away that would keep readers from the post', async () => {
    blog = await openWritingBlog({
      'redirects.yml': 'redirects:\n  /posts/new/: /posts/first/\n  /a/: /posts/first/\n',
    });
    await blog.run(rename, ['first', 'new']);
    expect((await blog.files())['content/redirects.yml']).toBe('redirects:\n  /a/: /posts/new/\n');
  });

  it('refuses what cannot be, says what could, and changes nothing', async () => {
    blog = await openWritingBlog({
      'posts/second.md': post({ formerly: '[older]' }),
      'posts/second-2.md': post(),
      'posts/drafts/picture.webp': 'x',
      'posts/broken.md': '---\ntitle: [x\n---\n',
      'redirects.yml': 'redirects:\n  /posts/away/: /about/\n',
    });
    const before = await blog.files();
    const said: string[] = [];
    for (const pair of [
      ['first', 'second'],
      ['first', 'older'],
      ['first', 'first'],
      ['first', 'Über die Pumpe'],
      ['first', 'con'],
      ['first', 'away'],
      ['first', 'drafts'],
      ['first', 'sec0nd'],
      ['fisrt', 'new'],
      ['older', 'new'],
      ['broken', 'new'],
      ['first'],
      ['first', 'a', 'b'],
    ]) {
      const { code, stdout, stderr } = await blog.run(rename, pair);
      expect([pair, code, stdout]).toEqual([pair, 1, '']);
      said.push(stderr.replace('Nothing was changed.\n', ''));
    }
    expect(said.join('')).toMatchInlineSnapshot(`
      "The slug "second" belongs to posts/second.md. Take another, such as "second-3".
      "older" is an old slug of posts/second.md, and its old address leads there. Take another, such as "older-2".
      The post is called "first" already.
      "Über die Pumpe" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters. Take another, such as "uber-die-pumpe".
      Windows keeps the name "con" for a device, so the repository could not be checked out there. Take another, such as "con-post".
      redirects.yml sends readers of /posts/away/ to /about/. Delete that line first, or take another slug, such as "away-2".
      There is a file or folder posts/drafts already. Take another, such as "drafts-2".
      Readers could take "sec0nd" for "second". Give it a name of its own.
      No post has the slug "fisrt". Did you mean "first"?
      "older" is an old slug; the post is called "second".
      The frontmatter of posts/broken.md cannot be changed as it is. Mend it first: npm run check
      Name the post, and what it should be called: npm run rename old-slug new-slug
      The flags are listed by: npm run it -- --help
      Name the post, and what it should be called: npm run rename old-slug new-slug
      The flags are listed by: npm run it -- --help
      "
    `);
    expect(await blog.files()).toEqual(before);
  });

  it('says which files it could not look into', async () => {
    blog = await openWritingBlog({
      'posts/odd.mdx': post({}, 'See [[first]] {\n'),
      'posts/b.md': '---\n[\n---\n[[first]]\n',
    });
    expect((await blog.run(rename, ['first', 'new', '--dry-run'])).stdout).toMatchInlineSnapshot(`
      "content/posts/first.md → content/posts/new.md
      content/posts/b.md:4  [[first]] → [[new]]
      content/posts/new.md:6  formerly: [first]
      2 places in 2 files.
      content/posts/odd.mdx cannot be read, and may name it: look yourself.

      Nothing was written.
      "
    `);
  });

  it('leaves everything as it was when a file cannot be written, however late that shows', async () => {
    for (const length of [227, 208]) {
      blog = await openWritingBlog({
        ...linking,
        [`groups/${'g'.repeat(length)}.md`]: linking['groups/circle.md'] ?? '',
      });
      const before = await blog.files();
      const { code, stderr } = await blog.run(rename, ['first', 'new']);
      expect([code, stderr.replace(/'[^]*/u, '…')]).toEqual([
        1,
        'The command "it" failed.\nThe files could not be changed. Everything is as it was.\nBecause: ENAMETOOLONG: name too long, ' +
          (length === 227 ? 'open …' : 'rename …'),
      ]);
      expect(await blog.files()).toEqual(before);
      expect(await status(blog)).toBe('');
      await blog.remove();
    }
  });
});
