import { unified } from '@astrojs/markdown-remark';
import { describe, expect, it } from 'vitest';
import { mdxPlugins } from '../../../src/markdown/plugins.ts';
import { blog } from './blog.ts';

const asked: string[] = [];
const plugins = mdxPlugins({
  contextFor: (path) => {
    asked.push(path);
    return blog;
  },
});
const processor = unified({ gfm: false, smartypants: false, ...plugins });
const renderer = await processor.createMdxRenderer?.(
  { syntaxHighlight: false, shikiConfig: {} },
  { optimize: false, srcDir: new URL('file:///blog/src/'), sourcemap: false },
);

async function compile(body: string): Promise<string> {
  const result = await renderer?.process(body, '/blog/content/posts/x/index.mdx', {});
  return result?.code ?? '';
}

describe('mdxPlugins', () => {
  it('shows pictures with our addresses and leaves none to the image service of Astro', async () => {
    const code = await compile('![A pump](./pump.webp)\n\n![B][b] inline\n\n[b]: ./pump.webp');
    expect(code).toContain('src: "/pictures/pump.webp"');
    expect(code).toContain('"figure"');
    expect(code).not.toMatch(/pump\.webp['"];|astro:assets|__AstroImage__/u);
  });

  it('gives Figure and Video public addresses, as texts', async () => {
    const code = await compile(
      '<Figure src="./pump.webp" alt="A" />\n\n<Video src="./clip.webm" title="B" />',
    );
    expect(code).toMatch(
      /src: "\/pictures\/pump\.webp",\s+srcset: "[^"]+",\s+width: "1200",\s+height: "800"/u,
    );
    expect(code).toMatch(/src: "\/files\/clip\.webm"/u);
    expect(code).not.toContain('./');
  });

  it('understands what Markdown files understand, inside components too', async () => {
    const code = await compile(
      '<Callout>\n\n[[names-that-sort]] and <kbd>A</kbd>\n\n</Callout>\n\n> [!TIP]\n> Hint\n\n## Head\n\n- [ ] Task\n\n| a |\n|--:|\n| 1 |\n\n```sh\nls\n```\n',
    );
    expect(code).toContain('href: "/posts/names-that-sort/"');
    for (const name of ['callout', 'heading', 'code', 'table', 'align-end', 'hljs-built_in'])
      expect(code).toContain(`"${name}"`);
    expect(code).toContain('id: "head"');
    expect(code).toContain('_components.label');
    expect(code).toContain('Callout');
  });

  it('chooses the context by the path of the file', async () => {
    asked.length = 0;
    await compile('Text');
    expect(asked).toEqual(['/blog/content/posts/x/index.mdx']);
  });

  it('takes addresses that run code off links', async () => {
    const code = await compile('<a href="javascript:alert(1)">b</a>');
    expect(code).not.toMatch(/alert|javascript/u);
  });

  it.each([
    ["import x from 'x'", /An import or an export is code/u],
    ['{alert(1)}', /Braces hold code/u],
    ['<Callout title={alert(1)}>x</Callout>', /holds code/u],
    ['<Unknown />', /no component and no element "Unknown"/u],
    ['<Callout tone="x">x</Callout>', /no attribute "tone"/u],
    ['<script>alert(1)</script>', /no element "script"/u],
  ])('fails on %s before it is compiled', async (body, reason) => {
    await expect(compile(`Text\n\n${body}`)).rejects.toMatchObject({
      reason: expect.stringMatching(reason) as unknown,
      line: 3,
    });
  });
});
