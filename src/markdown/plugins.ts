import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import type { MarkdownContext } from './context.ts';
import { ourRemarkPlugins, trustedRehypePlugins } from './processors.ts';
import { rehypeJsxElements } from './rehype-jsx-elements.ts';
import { rehypeSanitiseBetween } from './rehype-sanitise-between.ts';
import { rehypeTeachingSources } from './rehype-teaching-sources.ts';
import { remarkHidePictures } from './remark-hide-pictures.ts';
import { remarkRefuseCode } from './remark-static-mdx.ts';
import { createState } from './state.ts';

/**
 * The same plugin lists for `@astrojs/mdx`, which compiles `.mdx` bodies itself:
 * `unified({ gfm: false, smartypants: false, remarkPlugins, rehypePlugins })`, with `syntaxHighlight: false`.
 * The context is chosen per file. Code and unknown components make the compilation fail, with a position.
 */
export function mdxPlugins({ contextFor }: { contextFor: (filePath: string) => MarkdownContext }): {
  remarkPlugins: Plugin<[], Root>[];
  rehypePlugins: Plugin<[], HtmlRoot>[];
} {
  function remarkState() {
    return (_tree: unknown, file: VFile) => {
      file.data.watercooler = createState(contextFor(file.path));
    };
  }
  return {
    remarkPlugins: [remarkState, remarkRefuseCode, ...ourRemarkPlugins, remarkHidePictures],
    rehypePlugins: [rehypeJsxElements, rehypeSanitiseBetween, ...trustedRehypePlugins, rehypeTeachingSources],
  };
}
