import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/model/catalogue.ts';
import { inspectPages } from '../../../src/build/gate.ts';
import { temporaryFolder, writeFiles, type Files } from '../../support/content.ts';
import { aGroup, aPost, aQuestion, content, publicView } from '../../support/entries.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const posts = [aPost('a', { formerly: ['old'] }), aPost('draft', { draft: true })];
const page = (prose: string) => `<article><h1>Title</h1><div class="prose" data-x>${prose}</div></article>`;

/** Lets the gate look at an output folder with these files in it. */
async function look(files: Files, parts: Parameters<typeof content>[0] = {}): Promise<void> {
  await writeFiles(folder.dir, files);
  const pages = Object.keys(files);
  const catalogue = createCatalogue(content({ posts, ...parts }), publicView);
  inspectPages(catalogue, { all: pages, rendered: pages }, folder.dir);
}

it('lets pages pass that are what the content says', async () => {
  await look({
    'posts/a/index.html': page('<p>Words.</p>'),
    'posts/old/index.html': '',
    'posts/page/2/index.html': '',
  });
});

it('lets a body pass that is a picture or a film', async () => {
  await look({ 'posts/a/index.html': page('<figure><img src="/p.webp" alt=""></figure>') });
  await look({ 'posts/a/index.html': page('<video controls src="/f.mp4"></video>') });
});

it('stops a build that published an empty body, which is what Astro makes of an error', async () => {
  await expect(look({ 'posts/a/index.html': page(' <p></p>\n') })).rejects.toThrow(
    'The pages are not what the content says:\n  a has a source, but its page is empty',
  );
});

it('stops a build without a page for a visible post', async () => {
  await expect(look({})).rejects.toThrow('a has no page');
});

it('stops a build with a page for a post that is not to be seen', async () => {
  const files = { 'posts/a/index.html': page('Words.'), 'posts/draft/index.html': page('Words.') };
  await expect(look(files)).rejects.toThrow('draft has a page, but it is not to be seen');
});

it('stops a build that lacks the page of a question, or has one of a question that is not to be seen', async () => {
  const table = { name: 'Table', answerable: true };
  const parts = {
    questions: [aQuestion(7), aQuestion(8, { category: table })],
    groups: [aGroup('table', { access: 'closed', discussion: 'Table' })],
  };
  const own = { 'posts/a/index.html': page('Words.') };
  await look({ ...own, 'questions/7/index.html': '', 'questions/7/question-7/index.html': '' }, parts);
  await expect(look(own, parts)).rejects.toThrow('/questions/7/question-7/ is missing');
  const leak = { 'questions/8/question-8/index.html': '' };
  await expect(look({ ...own, ...leak }, parts)).rejects.toThrow(
    '/questions/8/question-8/ has a page, but it is not to be seen',
  );
});

it('stops a build with a placeholder for a picture', async () => {
  await expect(look({ 'posts/a/index.html': page('<img __ASTRO_IMAGE_="{}">') })).rejects.toThrow(
    'a shows a placeholder instead of a picture',
  );
});
