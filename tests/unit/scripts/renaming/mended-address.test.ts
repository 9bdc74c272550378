import { expect, it } from 'vitest';
import { postMender, tagMender, type Renaming } from '../../../../scripts/renaming/mended-address.ts';

const mendedAddress = (written: string, path: string, renaming: Renaming) =>
  postMender(renaming).address(written, path);
const renaming = { from: 'old', to: 'new-name', isFolder: true, origin: 'https://blog.example' };

it.each([
  ['/posts/old/', '/posts/new-name/'],
  ['/posts/old', '/posts/new-name'],
  ['/posts/old/#part', '/posts/new-name/#part'],
  ['/posts/old?x#y', '/posts/new-name?x#y'],
  ['/posts/old.md', '/posts/new-name.md'],
  ['/posts/old/index.mdx#a', '/posts/new-name/index.mdx#a'],
  ['/posts/old/pic.webp', '/posts/new-name/pic.webp'],
  ['https://blog.example/posts/old/', 'https://blog.example/posts/new-name/'],
  ['./old.md', './new-name.md'],
  ['old.mdx?x', 'new-name.mdx?x'],
  ['../old/', '../new-name/'],
  ['../old/index.md#old', '../new-name/index.md#old'],
  ['../posts/old/', '../posts/new-name/'],
  ['../old/old.webp', '../new-name/old.webp'],
  ['.././old/a b.pdf', '.././new-name/a b.pdf'],
])('%s becomes %s', (written, mended) => {
  expect(mendedAddress(written, 'posts/other/index.md', renaming)).toBe(mended);
});

it.each([
  '/posts/older/',
  '/posts/old-one',
  '/posts/very-old/',
  '/pages/old/',
  '/old/',
  'https://other.example/posts/old/',
  'https://blog.example.org/posts/old/',
  'mailto:old',
  '#old',
  './old.webp',
  '../other/old.webp',
  '../old',
  '',
])('%s is something else', (written) => {
  const other = written === '../old' ? { ...renaming, from: 'olds' } : renaming;
  expect(mendedAddress(written, 'posts/other/index.md', other)).toBeUndefined();
});

it('leaves files beside a post alone that has no folder', () => {
  const single = { ...renaming, isFolder: false };
  expect(mendedAddress('./old/pic.webp', 'posts/other.md', single)).toBeUndefined();
  expect(mendedAddress('./old.md', 'posts/other.md', single)).toBe('./new-name.md');
});

it('knows the addresses of a topic', () => {
  const { address } = tagMender({ from: 'git', to: 'version-control', origin: 'https://blog.example' });
  const mended = [
    '/tags/git/',
    '/tags/git/feed.xml',
    'https://blog.example/tags/git',
    '/tags/gitlab/',
    '/posts/git/',
    './git',
  ];
  expect(mended.map((written) => address(written, 'posts/a.md'))).toEqual([
    '/tags/version-control/',
    '/tags/version-control/feed.xml',
    'https://blog.example/tags/version-control',
    undefined,
    undefined,
    undefined,
  ]);
});
