import type { Options } from 'rehype-sanitize';
import { calloutTypes } from '../model/teaching.ts';

/** Classes and marks in here are set by our own plugins; an author who writes them by hand gets the same harmless box. */
const pipelineMarks = {
  code: [['className', /^language-\S+$/u], 'dataTitle'],
  div: [
    ['className', 'callout', 'steps', 'tabs', 'quiz'],
    ['dataType', ...calloutTypes],
  ],
  li: [['className', 'task-list-item']],
  ol: [['className', 'contains-task-list'], 'start'],
  ul: [['className', 'contains-task-list']],
  p: [['className', 'callout-title', 'tab-title', 'quiz-question']],
  section: [['className', 'footnotes'], 'dataFootnotes'],
  a: [
    ['className', 'data-footnote-backref'],
    'dataFootnoteBackref',
    'dataFootnoteRef',
    ['ariaDescribedBy', 'footnote-label'],
    ['ariaLabel', /^Back to reference [\d-]+$/u],
    'href',
    'title',
  ],
} satisfies Options['attributes'];

const film = [
  ...['src', 'controls', 'loop', 'muted', 'playsInline', 'title', 'ariaLabel'],
  ['preload', 'none', 'metadata'] as [string, ...string[]],
];

/**
 * What may be in the HTML of a post, a page or a comment. Everything that is not named here is dropped: elements
 * leave their contents behind, unless they are named under `strip`. Ids are kept here and judged by `rehypeOwnIds`.
 */
export const sanitiseSchema: Options = {
  tagNames: [
    ...[
      'a',
      'abbr',
      'b',
      'bdi',
      'bdo',
      'blockquote',
      'br',
      'caption',
      'cite',
      'code',
      'col',
      'colgroup',
      'dd',
    ],
    ...[
      'del',
      'details',
      'dfn',
      'div',
      'dl',
      'dt',
      'em',
      'figcaption',
      'figure',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
    ],
    ...[
      'h6',
      'hr',
      'i',
      'img',
      'input',
      'ins',
      'kbd',
      'li',
      'mark',
      'ol',
      'p',
      'pre',
      'q',
      'rp',
      'rt',
      'ruby',
      's',
    ],
    ...[
      'samp',
      'section',
      'small',
      'span',
      'strong',
      'sub',
      'summary',
      'sup',
      'table',
      'tbody',
      'td',
      'tfoot',
    ],
    ...['th', 'thead', 'time', 'tr', 'u', 'ul', 'var', 'wbr'],
    // Taken apart by `rehypePictures`, which lets through only what lies beside the body: in a comment, nothing.
    ...['audio', 'source', 'track', 'video'],
  ],
  strip: [
    ...[
      'script',
      'style',
      'template',
      'noscript',
      'noembed',
      'noframes',
      'iframe',
      'frameset',
      'object',
      'embed',
    ],
    ...['applet', 'svg', 'math', 'canvas', 'select', 'textarea', 'title', 'xmp', 'plaintext'],
  ],
  attributes: {
    ...pipelineMarks,
    '*': ['id', ['lang', /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/iu], ['dir', 'ltr', 'rtl', 'auto']],
    abbr: ['title'],
    dfn: ['title'],
    blockquote: ['cite'],
    q: ['cite'],
    del: ['cite', 'dateTime'],
    ins: ['cite', 'dateTime'],
    details: ['open'],
    img: ['src', 'alt', 'title'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    time: ['dateTime'],
    video: film,
    audio: film,
    source: ['src', ['type', /^(?:video|audio)\/[a-z\d.+-]+$/iu]],
    track: [
      'src',
      'label',
      'default',
      ['kind', 'subtitles', 'captions', 'descriptions', 'chapters'],
      ['srcLang', /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/iu],
    ],
    td: [['align', 'left', 'center', 'right'], 'colSpan', 'rowSpan'],
    th: [
      ['align', 'left', 'center', 'right'],
      ['scope', 'row', 'col', 'rowgroup', 'colgroup'],
      'colSpan',
      'rowSpan',
    ],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: {
    href: ['http', 'https', 'mailto', 'tel'].flatMap(inEveryCase),
    src: ['http', 'https'].flatMap(inEveryCase),
    cite: ['http', 'https'].flatMap(inEveryCase),
  },
  clobber: [],
  clobberPrefix: '',
};

/** The sanitiser compares letter by letter; browsers, and telephones that start every line with a capital, do not. */
function inEveryCase(protocol: string): string[] {
  return [protocol, protocol.toUpperCase(), `${protocol.charAt(0).toUpperCase()}${protocol.slice(1)}`];
}
