import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified, type Plugin } from 'unified';
import { mayHoldAddress, mayHoldGfm } from './gfm-signs.ts';
import { rehypeCode } from './rehype-code.ts';
import { rehypeFacts } from './rehype-facts.ts';
import { rehypeFootnotes } from './rehype-footnotes.ts';
import { rehypeForgeWords } from './rehype-forge-words.ts';
import { rehypeHeadings } from './rehype-headings.ts';
import { rehypeJsxElements } from './rehype-jsx-elements.ts';
import { rehypeLinks } from './rehype-links.ts';
import { rehypeOwnIds } from './rehype-own-ids.ts';
import { rehypeParts } from './rehype-parts.ts';
import { rehypePictures } from './rehype-pictures.ts';
import { rehypeRawWhenNeeded } from './rehype-raw-when-needed.ts';
import { rehypeReadable } from './rehype-readable.ts';
import { rehypeTables } from './rehype-tables.ts';
import { rehypeTasks } from './rehype-tasks.ts';
import { rehypeTeachingStatic } from './rehype-teaching-static.ts';
import { rehypeTypography } from './rehype-typography.ts';
import { rehypeVideos } from './rehype-videos.ts';
import { remarkAlerts } from './remark-alerts.ts';
import { remarkCodeTitles } from './remark-code-titles.ts';
import { remarkHardBreaks } from './remark-hard-breaks.ts';
import { remarkHiddenCharacters } from './remark-hidden-characters.ts';
import { remarkLeaveOutPlain } from './remark-leave-out-plain.ts';
import { remarkReferenceLimit } from './remark-reference-limit.ts';
import { remarkStaticMdx } from './remark-static-mdx.ts';
import { remarkToHtml } from './remark-to-html.ts';
import { remarkWikiLinks } from './remark-wiki-links.ts';
import { remarkWithoutAddresses } from './remark-without-addresses.ts';
import { sanitiseSchema } from './sanitise-schema.ts';
import { remarkWikiLinkSyntax } from './wiki-link-syntax.ts';

const beyondGfm: Plugin<[], Root>[] = [
  remarkReferenceLimit,
  remarkWikiLinkSyntax,
  remarkWikiLinks,
  remarkAlerts,
  remarkCodeTitles,
];

/** What is understood beyond plain Markdown, whoever compiles the body. */
export const ourRemarkPlugins: Plugin<[], Root>[] = [remarkGfm, remarkHiddenCharacters, ...beyondGfm];

/** Steps on a tree that is safe already; what they add is trusted. */
export const trustedRehypePlugins: Plugin<[], HtmlRoot>[] = [
  rehypeTypography,
  rehypeOwnIds,
  rehypeLinks,
  rehypeFacts,
  rehypeVideos,
  rehypePictures,
  rehypeHeadings,
  rehypeCode,
  rehypeTables,
  rehypeTasks,
  rehypeFootnotes,
  rehypeParts,
];

/** Of those, the ones that find something to say, and the ones whose work these look at. */
const judgingPlugins: Plugin<[], HtmlRoot>[] = [
  rehypeTypography,
  rehypeOwnIds,
  rehypeLinks,
  rehypeReadable,
  rehypePictures,
  rehypeHeadings,
  rehypeParts,
];

const gfmWithoutAddresses: Plugin<[], Root>[] = [remarkGfm, remarkWithoutAddresses, remarkHiddenCharacters];

// Made once: setting a processor up costs more than rendering a short post.
const rendering = {
  md: markdownProcessor([remarkGfm, remarkHiddenCharacters], trustedRehypePlugins),
  mdWithoutAddresses: markdownProcessor(gfmWithoutAddresses, trustedRehypePlugins),
  mdWithoutGfm: markdownProcessor([remarkHiddenCharacters], trustedRehypePlugins),
  mdx: mdxProcessor(trustedRehypePlugins),
};
const remarks = {
  ...rendering,
  md: remarkProcessor([remarkGfm, remarkHiddenCharacters]),
  mdWithoutAddresses: remarkProcessor(gfmWithoutAddresses),
  mdWithoutGfm: remarkProcessor([remarkHiddenCharacters]),
};
const judging = {
  md: markdownProcessor([remarkGfm, remarkHiddenCharacters, remarkLeaveOutPlain], judgingPlugins),
  mdWithoutAddresses: markdownProcessor([...gfmWithoutAddresses, remarkLeaveOutPlain], judgingPlugins),
  mdWithoutGfm: markdownProcessor([remarkHiddenCharacters, remarkLeaveOutPlain], judgingPlugins),
  mdx: mdxProcessor(judgingPlugins),
};

/** For the words of a conversation, which are shown as the forge shows them. */
function remarkProcessor(first: Plugin<[], Root>[]) {
  const [...plugins] = trustedRehypePlugins;
  plugins.splice(plugins.indexOf(rehypeLinks) + 1, 0, rehypeForgeWords);
  return markdownProcessor(first, plugins, [remarkHardBreaks]);
}

function markdownProcessor(
  first: Plugin<[], Root>[],
  rehypePlugins: Plugin<[], HtmlRoot>[],
  last: Plugin<[], Root>[] = [],
) {
  return unified()
    .use(remarkParse)
    .use([...first, ...beyondGfm, ...last])
    .use(remarkToHtml, { allowDangerousHtml: true })
    .use(rehypeRawWhenNeeded)
    .use(rehypeSanitize, sanitiseSchema)
    .use(rehypePlugins)
    .freeze();
}

function mdxProcessor(rehypePlugins: Plugin<[], HtmlRoot>[]) {
  return unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(ourRemarkPlugins)
    .use(remarkStaticMdx)
    .use(remarkToHtml, { passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'] })
    .use(rehypeJsxElements)
    .use(rehypeTeachingStatic)
    .use(rehypeSanitize, sanitiseSchema)
    .use(rehypePlugins)
    .freeze();
}

/** The same processors for all files; what belongs to one file travels in `file.data.watercooler`. */
export const processors = { page: rendering, remark: remarks, judgement: judging };

/** The processor for a body that is to become part of a page, or is only judged; it knows no more than the body needs. */
export function processorFor(format: 'md' | 'mdx', body: string, purpose: keyof typeof processors = 'page') {
  return processors[purpose][format === 'mdx' ? format : neededFor(body)];
}

function neededFor(body: string): Exclude<keyof typeof rendering, 'mdx'> {
  if (!mayHoldGfm(body)) return 'mdWithoutGfm';
  return mayHoldAddress(body) ? 'md' : 'mdWithoutAddresses';
}
