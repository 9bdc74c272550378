import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { placeOf, wantedFrom } from '../../../../scripts/threads/wanted.ts';
import { readContent } from '../../../../src/source/read-content.ts';
import { post, temporaryFolder, writeContent, type Files } from '../../../support/content.ts';

const site = (rest: string) =>
  `name: A\npurpose: B.\nurl: https://blog.example\nforge:\n  kind: github\n  url: https://github.com\n  repository: a/b\n  questions: Q&A\n${rest}`;
const giscus = 'comments:\n  mode: giscus\n  repoId: R\n  category: Talk\n  categoryId: C\n';
const group = (access: string, discussion: string) =>
  `---\nname: ${discussion} people\npurpose: We.\nstewards: [ada]\naccess: ${access}\ndiscussion: ${discussion}\n---\n\nWords.\n`;

async function wantedIn(files: Files) {
  const { dir, remove } = await temporaryFolder();
  try {
    await writeContent(dir, files);
    const source = await readContent({ dir, label: 'content' });
    if (source.site === undefined) throw new Error('The site cannot be read.');
    return wantedFrom(source.site.data, source);
  } finally {
    await remove();
  }
}

const marker = (key: string) => `Words.\n<!-- sha1: ${createHash('sha1').update(key).digest('hex')} -->`;
const inCategory = (name: string, title: string, body = 'Words.') => ({
  number: 7,
  title,
  body,
  category: { name, isAnswerable: true },
});

describe('the discussions that are copied', () => {
  it('are in the categories that the site and its open groups name, each once', async () => {
    const { categories } = await wantedIn({
      'site.yml': site(`${giscus}threads:\n  categories: [Ideas, talk]\n`),
      'groups/day.md': group('open', 'Day'),
      'groups/ideas.md': group('open', 'ideas'),
      'groups/night.md': group('closed', 'Night'),
    });
    expect(categories).toEqual([
      { name: 'Talk', namedBy: 'comments.category in site.yml' },
      { name: 'Q&A', namedBy: 'forge.questions in site.yml' },
      { name: 'Ideas', namedBy: 'threads.categories in site.yml' },
      { name: 'Day', namedBy: 'discussion in groups/day.md' },
    ]);
  });

  it('are not in the category of a closed group, even when the site names it', async () => {
    const wanted = await wantedIn({
      'site.yml': site(`${giscus}threads:\n  categories: [Night]\n`),
      'groups/night.md': group('closed', 'night'),
    });
    expect(wanted.categories.map(({ name }) => name)).toEqual(['Talk', 'Q&A']);
    expect(placeOf(inCategory('NIGHT', 'first'), wanted)).toBeUndefined();
  });
});

describe('the file of a discussion', () => {
  const files = {
    'posts/renamed.md': post({ formerly: '[oldest, older]' }),
    'groups/night.md': group('closed', 'Night'),
    'posts/secret.md': post({ group: 'night' }),
    'posts/asking.md': post({ kind: 'question' }),
  };

  it.each([
    ['a thread by its title', inCategory('Talk', 'first'), 'threads/first.json'],
    ['a thread of a renamed post', inCategory('talk', 'oldest'), 'threads/oldest.json'],
    ['a thread by its digest', inCategory('Talk', 'Another title', marker('first')), 'threads/first.json'],
    ['a thread with the digest of another', inCategory('Talk', 'first', marker('other')), undefined],
    ['a thread under a newer name', inCategory('Talk', 'renamed'), undefined],
    ['a thread of a post in a closed group', inCategory('Talk', 'secret'), undefined],
    ['a question', inCategory('q&a', 'Who knows?'), 'threads/questions/7.json'],
    ['a question that is called like a post', inCategory('Q&A', 'first'), 'threads/questions/7.json'],
    [
      'a question with the digest of a post that asks',
      inCategory('Q&A', 'asking', marker('asking')),
      'threads/asking.json',
    ],
    [
      'a question with the digest of a post that asks nothing',
      inCategory('Q&A', 'first', marker('first')),
      'threads/questions/7.json',
    ],
    ['anything in another category', inCategory('Elsewhere', 'first'), undefined],
  ])('is right for %s', async (_what, row, path) => {
    expect(placeOf(row, await wantedIn({ 'site.yml': site(giscus), ...files }))).toBe(path);
  });

  it('is that of a post in any category, where no widget says which', async () => {
    const wanted = await wantedIn({ 'site.yml': site(''), ...files });
    expect(placeOf(inCategory('Q&A', 'first'), wanted)).toBe('threads/first.json');
    expect(placeOf(inCategory('Q&A', 'Who knows?'), wanted)).toBe('threads/questions/7.json');
  });
});
