import { copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '../bench/random.ts';
import { teachingPost, type EditedBlog } from './edited-blog.ts';

/** What is needed of a blog to change it. */
type Editable = Pick<EditedBlog, 'content' | 'day' | 'read' | 'write' | 'list'>;

/** Changes a blog in one way, and says what was done. */
type Edit = (blog: Editable, random: Random, number: number) => Promise<string>;

/** Everything that may happen between two builds. After each of them the content is as good as before. */
const edits = {
  edit: async (blog, random, number) => {
    const [post, other] = random.some(await postsOf(blog), 2);
    return change(blog, post, (text) => `${text}\nEdited ${number}, see [[${slugOf(other)}]].\n`);
  },
  add: async (blog, random, number) => {
    const like = await blog.read(`content/${random.pick(await postsOf(blog))}`);
    const [front = ''] = /^---\n[\s\S]*?\n---\n/u.exec(like) ?? [];
    const path = `posts/added-${number}.md`;
    const fields = front.replace(/^title: .*$/mu, `title: Added ${number}`).replace(/^formerly: .*\n/mu, '');
    await blog.write(`content/${path}`, `${fields}\nWords of ${number}.\n`);
    return path;
  },
  'teaching component': (blog, _random, number) =>
    // Astro compiles these from its own store.
    change(blog, teachingPost, (text) => `${text}\n<Callout type="tip">\n\nEdit ${number}.\n\n</Callout>\n`),
  retitle: async (blog, random, number) =>
    change(blog, random.pick(await linkedPosts(blog)), (text) =>
      text.replace(/^title: .*$/mu, `title: Retitled ${number}`),
    ),
  retag: async (blog, random) => {
    const [post, other = ''] = random.some(await postsOf(blog), 2);
    const [tags = ''] = /^tags: .*$/mu.exec(await blog.read(`content/${other}`)) ?? [];
    return change(blog, post, (text) => text.replace(/^tags: .*$/mu, tags));
  },
  redate: async (blog, random) =>
    change(blog, random.pick(await postsOf(blog)), (text) =>
      text.replace(/^date: .*$/mu, `date: 20${random.between(20, 25)}-0${random.between(1, 9)}-11`),
    ),
  rename: async (blog, random, number) => {
    const post = random.pick(await unnamedPosts(blog));
    const path = `posts/renamed-${number}.md`;
    await rename(join(blog.content, post), join(blog.content, path));
    const old = slugOf(post);
    await change(blog, path, (text) =>
      /^formerly: \[/mu.test(text)
        ? text.replace(/^formerly: \[/mu, `formerly: [${old}, `)
        : text.replace(/^tags:/mu, `formerly: [${old}]\ntags:`),
    );
    return `${post} is ${path}`;
  },
  delete: async (blog, random) => {
    const post = random.pick(await unnamedPosts(blog));
    await rm(join(blog.content, post));
    return post;
  },
  'tag label': (blog, random, number) =>
    change(blog, 'tags.yml', (text) => {
      const label = `    label: Topic ${number}`;
      // The first is that of a third of all posts.
      return random.chance(0.5)
        ? text.replace(/^ {4}label: .*$/mu, label)
        : replaceOne(text, /^ {4}label: .*$/gmu, label, random);
    }),
  'author name': async (blog, random, number) =>
    change(blog, random.pick(await blog.list('authors')), (text) =>
      text.replace(/^name: .*$/mu, `name: Somebody ${number}`),
    ),
  group: async (blog, random, number) =>
    change(blog, random.pick(await blog.list('groups')), (text) =>
      text.replace(/^name: .*$/mu, `name: Circle ${number}`),
    ),
  'path order': async (blog, random) =>
    change(blog, random.pick(await blog.list('paths')), (text) =>
      text.replace(/((?:^ {2}- .*\n(?: {4}.*\n)+))((?:^ {2}- .*\n(?: {4}.*\n)+))/mu, '$2$1'),
    ),
  thread: async (blog, random, number) =>
    change(blog, random.pick((await blog.list('threads')).filter((path) => path.endsWith('.json'))), (text) =>
      replaceOne(text, /"body": ".*"/gu, `"body": "Said ${number}."`, random),
    ),
  template: (blog, _random, number) =>
    change(blog, '../engine/src/pages/posts/[slug].astro', (text) =>
      text.replace(/<h1[^>]*>\{post\.title\}/u, `<h1 data-edit="${number}">{post.title}`),
    ),
  'list component': (blog, _random, number) =>
    change(blog, '../engine/src/components/PostRows.astro', (text) =>
      text.replace(/<ul class="rows"[^>]*>/u, `<ul class="rows" data-edit="${number}">`),
    ),
  plugin: (blog, _random, number) =>
    change(blog, '../engine/src/markdown/rehype-tables.ts', (text) =>
      text.replace(/className: \['table'.*?\]/u, `className: ['table', 'edit-${number}']`),
    ),
  stylesheet: (blog, _random, number) =>
    change(blog, '../engine/src/styles/base.css', (text) => `${text}\n.edit-${number} {\n  color: red;\n}\n`),
  script: (blog, _random, number) =>
    change(
      blog,
      '../engine/src/elements/theme-select.ts',
      (text) => `${text}\nglobalThis.name = '${number}';\n`,
    ),
  picture: async (blog, random) => {
    const pictures = (await blog.list('posts')).filter((path) => path.endsWith('.png'));
    const [from = '', to = ''] = random.some(pictures, 2);
    await copyFile(join(blog.content, from), join(blog.content, to));
    return to;
  },
  'site setting': (blog, _random, number) =>
    change(blog, 'site.yml', (text) => text.replace(/^purpose: .*$/mu, `purpose: To see edit ${number}.`)),
  midnight: (blog) => {
    const next = new Date(`${blog.day}T12:00:00Z`);
    next.setUTCDate(next.getUTCDate() + 1);
    blog.day = next.toISOString().slice(0, 10);
    return Promise.resolve(blog.day);
  },
  lockfile: (blog) => change(blog, '../engine/package-lock.json', (text) => `${text}\n`),
} satisfies Record<string, Edit>;

export type EditKind = keyof typeof edits;

/**
 * The kinds after which the program of pages has to be bundled anew. Those of a group come together, for that takes long; no
 * other of the group makes a page anew that would have been forgotten after one of them, or bundles what would not have been.
 */
const bundledGroups: readonly (readonly EditKind[])[] = [
  ['stylesheet', 'script'],
  ['plugin', 'lockfile'],
  ['template'],
  ['list component'],
  ['teaching component'],
];

/** Where nothing but time goes by, no other edit may be the reason that a build looks at anything. */
const alone: EditKind = 'midnight';

/** Some edits in a row, after which a build is compared. */
export interface Sequence {
  kinds: readonly EditKind[];
  /** Whether the program of pages has to be bundled anew. */
  isBundled: boolean;
}

const editsInSequence = 3;
// Each group once in forty sequences.
const bundledEvery = 8;
const aloneEvery = 13;

/** Sequences in which every kind comes in its turn, in an order that is drawn. Of forty, each kind is in one at least, and those of content in six. */
export function drawSequences(count: number, random: Random): Sequence[] {
  const bundled = new Set(bundledGroups.flat());
  const others = kindsOf(edits).filter((kind) => !bundled.has(kind) && kind !== alone);
  const nextGroup = inTurn(bundledGroups, random);
  const nextKind = inTurn(others, random);
  return Array.from({ length: count }, (_, index) => {
    if (index % aloneEvery === 1) return { kinds: [alone], isBundled: false };
    const group = index % bundledEvery === 0 ? nextGroup() : [];
    const more = Array.from({ length: Math.max(1, editsInSequence - group.length) }, nextKind);
    return { kinds: [...group, ...more], isBundled: group.length > 0 };
  });
}

/** Does one edit, and says what was done. */
export async function edit(kind: EditKind, blog: Editable, random: Random, number: number): Promise<string> {
  return `${kind}: ${await edits[kind](blog, random, number)}`;
}

function kindsOf<Kind extends string>(all: Readonly<Record<Kind, Edit>>): Kind[] {
  return Object.keys(all) as Kind[];
}

/** Gives each item once, in an order that is drawn, before it gives one again. */
function inTurn<Item>(items: readonly Item[], random: Random): () => Item {
  let left: readonly Item[] = [];
  return () => {
    if (left.length === 0) left = random.some(items, items.length);
    const [next, ...rest] = left;
    if (next === undefined) throw new Error('There is nothing to draw from.');
    left = rest;
    return next;
  };
}

async function change(blog: Editable, path = '', mend: (text: string) => string): Promise<string> {
  const before = await blog.read(`content/${path}`);
  const after = mend(before);
  if (after === before) throw new Error(`Nothing was changed in ${path}.`);
  await blog.write(`content/${path}`, after);
  return path;
}

async function postsOf(blog: Editable): Promise<string[]> {
  return (await blog.list('posts')).filter((path) => /^posts\/[^/]+\.md$/u.test(path));
}

/** Posts whose title stands in the text of another, because a link there has no words of its own. */
async function linkedPosts(blog: Editable): Promise<string[]> {
  const posts = await postsOf(blog);
  const texts = await Promise.all(posts.map((path) => blog.read(`content/${path}`)));
  const linked = new Set(
    texts.flatMap((text) => [...text.matchAll(/\[\[([^\]|#]+)\]\]/gu)].map(([, slug]) => slug)),
  );
  return posts.filter((post) => linked.has(slugOf(post)));
}

/** Posts that no other file names, so that they may go without breaking a link. */
async function unnamedPosts(blog: Editable): Promise<string[]> {
  const posts = await postsOf(blog);
  const texts = await Promise.all(
    [...posts, 'tags.yml', ...(await blog.list('paths'))].map(async (path) => ({
      path,
      text: await blog.read(`content/${path}`),
    })),
  );
  const threads = new Set((await blog.list('threads')).map(slugOf));
  return posts.filter((post) => {
    const slug = slugOf(post);
    return !threads.has(slug) && texts.every(({ path, text }) => path === post || !text.includes(slug));
  });
}

function slugOf(path = ''): string {
  return (path.split('/').at(-1) ?? '').replace(/\.\w+$/u, '');
}

function replaceOne(text: string, pattern: RegExp, by: string, random: Random): string {
  const found = random.pick([...text.matchAll(pattern)]);
  return `${text.slice(0, found.index)}${by}${text.slice(found.index + found[0].length)}`;
}
