import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { blog } from './blog.ts';

const folder = join(import.meta.dirname, '../../fixtures/markdown');

describe('renderMarkdown', () => {
  it.each(readdirSync(folder))('renders the case %s', async (name) => {
    const format = existsSync(join(folder, name, 'input.mdx')) ? 'mdx' : 'md';
    const body = readFileSync(join(folder, name, `input.${format}`), 'utf8');
    const inThread = name.startsWith('comment-') ? { idPrefix: 'c1-', headingOffset: 2, isRemark: true } : {};
    const { html } = renderMarkdown(body, { format, context: blog, ...inThread });
    await expect(`${html}\n`).toMatchFileSnapshot(join(folder, name, 'output.html'));
  });
});
