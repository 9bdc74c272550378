import { afterEach, beforeEach, expect, it } from 'vitest';
import { programKey } from '../../../src/build/keys.ts';
import type { Content } from '../../../src/model/content.ts';
import { temporaryFolder, writeFiles, type Files } from '../../support/content.ts';
import { aPost, aSite, content } from '../../support/entries.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let first: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  await writeFiles(folder.dir, {
    'src/pages/index.astro': '<h1>Home</h1>\n',
    'public/theme.js': 'start();\n',
    'astro.config.mjs': 'export default {};\n',
    'package-lock.json': '{}\n',
    'tsconfig.json': '{}\n',
    'content/posts/drift.md': 'Words.\n',
  });
  first = key();
});
afterEach(() => folder.remove());

const drift = aPost('drift', {}, { body: { digest: 'a' } });
const lesson = (digest: string, path = 'posts/lesson.mdx') => ({
  ...aPost('lesson', {}, { body: { digest } }),
  source: { path, format: 'mdx' as const },
});
const posts = [drift, lesson('b')];

/** The key of the engine in the folder, with a content folder that says this. */
function key(parts: Partial<Content> = {}, dir = '/content'): string {
  const compiled = () => ({
    content: content({ posts, ...parts }),
    get surroundings(): never {
      throw new Error('Nobody asks for them.');
    },
  });
  return programKey(folder.dir, { dir, compiled });
}

const changes: [string, Files][] = [
  ['a page is another', { 'src/pages/index.astro': '<h1>Start</h1>\n' }],
  ['a page is gone', { 'src/pages/index.astro': null }],
  ['a module is new', { 'src/model/new.ts': '' }],
  ['a file moves', { 'public/theme.js': null, 'public/other.js': 'start();\n' }],
  ['a public file is new', { 'public/new.txt': 'New.\n' }],
  ['the configuration is another', { 'astro.config.mjs': 'export default { base: "/blog" };\n' }],
  ['the packages are others', { 'package-lock.json': '{ }\n' }],
  ['the settings of the compiler are others', { 'tsconfig.json': '{ }\n' }],
];
it.each(changes)('names another program when %s', async (_what, files) => {
  await writeFiles(folder.dir, files);
  expect(key()).not.toBe(first);
});

const others: [string, () => string][] = [
  ['the address of the site is another', () => key({ site: aSite({ url: 'https://other.example' }) })],
  ['the content folder is another', () => key({}, '/other')],
  ['a body with teaching components is another', () => key({ posts: [drift, lesson('c')] })],
  ['a body with teaching components is elsewhere', () => key({ posts: [drift, lesson('b', 'posts/x.mdx')] })],
  ['a body with teaching components is gone', () => key({ posts: [drift] })],
];
it.each(others)('names another program when %s', (_what, other) => {
  expect(other()).not.toBe(first);
});

it('names the same program whatever the other posts say', async () => {
  await writeFiles(folder.dir, { 'content/posts/drift.md': 'Other words.\n', 'README.md': 'New.\n' });
  const edited = aPost('drift', { title: 'Another title' }, { body: { digest: 'z' } });
  expect(key({ posts: [aPost('new'), edited, lesson('b')] })).toBe(first);
});
