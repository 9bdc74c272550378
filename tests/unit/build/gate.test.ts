import { expect, it } from 'vitest';
import { createCatalogue } from '../../../src/model/catalogue.ts';
import { createGate } from '../../../src/build/gate.ts';
import { aGroup, aPost, aQuestion, content, publicView } from '../../support/entries.ts';

const posts = [aPost('a', { formerly: ['old'] }), aPost('draft', { draft: true })];
const page = (prose: string) => `<article><h1>Title</h1><div class="prose" data-x>${prose}</div></article>`;

/** Lets the gate look at these pages, and at others that are as they were. */
function look(
  made: Record<string, string>,
  parts: Parameters<typeof content>[0] = {},
  others: readonly string[] = [],
): void {
  const gate = createGate();
  for (const [path, html] of Object.entries(made)) gate.look(path, Buffer.from(html));
  const catalogue = createCatalogue(content({ posts, ...parts }), publicView);
  gate.inspect(catalogue, [...Object.keys(made), ...others]);
}

it('lets pages pass that are what the content says', () => {
  look({
    'posts/a/index.html': page('<p>Words.</p>'),
    'posts/old/index.html': '',
    'posts/page/2/index.html': '',
  });
});

it('leaves a page in peace that it was not shown, for it stays from the last build', () => {
  look({}, {}, ['posts/a/index.html']);
});

it('lets a body pass that is a picture or a film', () => {
  look({ 'posts/a/index.html': page('<figure><img src="/p.webp" alt=""></figure>') });
  look({ 'posts/a/index.html': page('<video controls src="/f.mp4"></video>') });
});

it('stops a build that published an empty body, which is what Astro makes of an error', () => {
  expect(() => {
    look({ 'posts/a/index.html': page(' <p></p>\n') });
  }).toThrow('The pages are not what the content says:\n  a has a source, but its page is empty');
});

it('stops a build without a page for a visible post', () => {
  expect(() => {
    look({});
  }).toThrow('a has no page');
});

it('stops a build with a page for a post that is not to be seen', () => {
  const files = { 'posts/a/index.html': page('Words.'), 'posts/draft/index.html': page('Words.') };
  expect(() => {
    look(files);
  }).toThrow('draft has a page, but it is not to be seen');
});

it('stops a build that lacks the page of a question, or has one of a question that is not to be seen', () => {
  const table = { name: 'Table', answerable: true };
  const parts = {
    questions: [aQuestion(7), aQuestion(8, { category: table })],
    groups: [aGroup('table', { access: 'closed', discussion: 'Table' })],
  };
  const own = { 'posts/a/index.html': page('Words.') };
  look({ ...own, 'questions/7/index.html': '', 'questions/7/question-7/index.html': '' }, parts);
  expect(() => {
    look(own, parts);
  }).toThrow('/questions/7/question-7/ is missing');
  const leak = { 'questions/8/question-8/index.html': '' };
  expect(() => {
    look({ ...own, ...leak }, parts);
  }).toThrow('/questions/8/question-8/ has a page, but it is not to be seen');
});

it('stops a build with a placeholder for a picture', () => {
  expect(() => {
    look({ 'posts/a/index.html': page('<img __ASTRO_IMAGE_="{}">') });
  }).toThrow('a shows a placeholder instead of a picture');
});
