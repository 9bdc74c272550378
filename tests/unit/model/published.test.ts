import { describe, expect, it } from 'vitest';
import { publishedFilesOf, redirectMap } from '../../../src/model/published.ts';
import { createDestinations } from '../../../src/model/redirects.ts';
import { aCatalogue, aGroup, anAuthor, aPost, aQuestion } from '../../support/entries.ts';

const picture = (name: string) => ({
  src: `/pictures/${name}-800.webp`,
  srcset: `/pictures/${name}-480.webp 480w, /pictures/${name}-800.webp 800w`,
  width: 800,
  height: 600,
});

describe('the published files', () => {
  const posts = [
    aPost(
      'a',
      {},
      { body: { files: ['/files/1/card.pdf', '/pictures/b-480.webp'] }, coverPicture: picture('cover') },
    ),
    aPost('b', {}, { body: { files: ['/files/1/card.pdf'] } }),
    aPost(
      'draft',
      { draft: true },
      { body: { files: ['/files/2/draft.pdf'] }, coverPicture: picture('draft') },
    ),
    aPost(
      'closed',
      { group: 'table' },
      { body: { files: ['/files/3/closed.pdf'] }, coverPicture: picture('closed') },
    ),
  ];
  const parts = {
    posts,
    groups: [aGroup('table', { access: 'closed' })],
    authors: [{ ...anAuthor('ada'), portrait: picture('ada') }],
  };

  it('are what visible entries show or link to, in all sizes, once and in order', () => {
    expect(publishedFilesOf(aCatalogue(parts))).toEqual([
      '/files/1/card.pdf',
      '/pictures/ada-480.webp',
      '/pictures/ada-800.webp',
      '/pictures/b-480.webp',
      '/pictures/cover-480.webp',
      '/pictures/cover-800.webp',
    ]);
  });

  it('of a draft are there in a preview, and those of a closed group are not', () => {
    const files = publishedFilesOf(aCatalogue(parts, { preview: true }));
    expect(files).toContain('/files/2/draft.pdf');
    expect(files.filter((file) => file.includes('closed'))).toEqual([]);
  });
});

describe('the redirects', () => {
  const map = (redirects: Record<string, string>, preview = false) =>
    redirectMap(
      aCatalogue(
        {
          posts: [
            aPost('new', { formerly: ['old', 'older'] }),
            aPost('draft', { draft: true, formerly: ['draft-before'] }),
          ],
          redirects,
        },
        { preview },
      ),
    );

  it('lead from the old names of visible posts and from what redirects.yml says, in order', () => {
    expect(Object.entries(map({ '/z/': '/about/', '/a/': '/posts/' }))).toEqual([
      ['/a/', '/posts/'],
      ['/posts/old/', '/posts/new/'],
      ['/posts/older/', '/posts/new/'],
      ['/z/', '/about/'],
    ]);
  });

  it('leave a post alone that has its first name back', () => {
    const posts = [aPost('first', { formerly: ['first', 'second'] })];
    expect(redirectMap(aCatalogue({ posts }))).toEqual({ '/posts/second/': '/posts/first/' });
  });

  it('never name a post that is not there', () => {
    expect(map({ '/a/': '/posts/draft/', '/b/': '/posts/draft-before/' })).not.toHaveProperty(['/a/']);
    expect(JSON.stringify(map({ '/a/': '/posts/draft/' }))).not.toContain('draft');
    expect(map({ '/a/': '/posts/draft/' }, true)).toMatchObject({ '/a/': '/posts/draft/' });
  });

  it('lead to the page itself, without stops on the way', () => {
    expect(map({ '/a/': '/b/', '/b/': '/posts/old/' })).toMatchObject({
      '/a/': '/posts/new/',
      '/b/': '/posts/new/',
    });
  });

  it('lead to a question from its number and from its older titles', () => {
    const retitled = aQuestion(12, {
      title: 'How to undo?',
      formerTitles: ['Help!', 'How to undo?', 'Undo'],
    });
    expect(
      redirectMap(aCatalogue({ questions: [retitled], redirects: { '/undo/': '/questions/12/' } })),
    ).toEqual({
      '/questions/12/': '/questions/12/how-to-undo/',
      '/questions/12/help/': '/questions/12/how-to-undo/',
      '/questions/12/undo/': '/questions/12/how-to-undo/',
      '/undo/': '/questions/12/how-to-undo/',
    });
  });

  it('never name a question of a closed group', () => {
    const parts = {
      questions: [aQuestion(12, { category: { name: 'Table', answerable: true } })],
      groups: [aGroup('table', { access: 'closed', discussion: 'table' })],
      redirects: { '/a/': '/questions/12/', '/b/': '/questions/12/question-12/' },
    };
    expect(redirectMap(aCatalogue(parts))).toEqual({});
  });

  it('end nowhere when they lead in a circle', () => {
    const circle = createDestinations({
      '/a/': '/b/',
      '/b/': '/c/',
      '/c/': '/b/',
      '/d/': '/d/',
      '/e/': '/f/',
    });
    for (const from of ['/a/', '/b/', '/c/', '/d/', '/a/']) expect(circle(from)).toBeUndefined();
    for (const from of ['/e/', '/f/', '/e/']) expect(circle(from)).toBe('/f/');
    expect(circle('/nowhere/')).toBe('/nowhere/');
  });
});
