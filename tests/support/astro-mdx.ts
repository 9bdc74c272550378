import { posix } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import type { AstroIntegration } from 'astro';
import { mdxGate } from '../../src/integrations/mdx-gate.ts';
import { mdxPlugins } from '../../src/markdown/plugins.ts';
import type { MarkdownContext } from '../../src/markdown/context.ts';

/** Compiles a body with the plugins that the build hands to `@astrojs/mdx`, or with none, and with no gate before it. */
export async function openMdxCompiler(context?: MarkdownContext) {
  const plugins = context === undefined ? {} : mdxPlugins({ contextFor: () => context });
  const processor = unified({ gfm: false, smartypants: false, ...plugins });
  const renderer = await processor.createMdxRenderer?.(
    { syntaxHighlight: false, shikiConfig: {} },
    { optimize: false, srcDir: new URL('file:///blog/src/'), sourcemap: false },
  );
  if (renderer === undefined) throw new Error('This version of Astro has no compiler for .mdx.');
  return async (body: string, frontmatter: Record<string, unknown> = {}): Promise<string> =>
    (await renderer.process(body, '/blog/content/posts/a.mdx', frontmatter)).code;
}

type Setup = NonNullable<AstroIntegration['hooks']['astro:config:setup']>;
type Update = Parameters<Parameters<Setup>[0]['updateConfig']>[0];

/** The Vite plugin of the gate, for the content folder `/blog/content`. */
export async function openMdxGate() {
  const gate = mdxGate({ pathOf: (file) => posix.relative('/blog/content', file) }, 'content');
  let given: Update = {};
  const updateConfig = (update: Update) => (given = update);
  await gate.hooks['astro:config:setup']?.({ updateConfig } as unknown as Parameters<Setup>[0]);
  const [plugin] = given.vite?.plugins ?? [];
  return plugin as unknown as {
    enforce: string;
    load: (id: string) => void;
    transform: { filter: { id: RegExp }; handler: (code: string, id: string) => { code: string } };
  };
}
