import type { MarkdownContext, Mentioned, Refusal, Resolved } from '../../../src/markdown/context.ts';
import { renderMarkdown, type Rendered } from '../../../src/markdown/render.ts';
import { nearest } from '../../../src/model/nearest.ts';
import {
  authorPermalink,
  postPermalink,
  tagPermalink,
  type Permalink,
} from '../../../src/model/permalink.ts';
import { authorSlug, postSlug, tagSlug } from '../../../src/model/slug.ts';

function post(slug: string, title: string): Resolved & { state: 'visible' } {
  const branded = postSlug.parse(slug);
  return { state: 'visible', permalink: postPermalink(branded), title, post: branded };
}

const namesThatSort = post('names-that-sort', 'Names that sort');
const driftingProbe = post('what-drift-looks-like', 'What drift looks like');
const cSharp = post('c-sharp', 'C# for loggers');
const calibration: Resolved = {
  state: 'visible',
  permalink: tagPermalink(tagSlug.parse('calibration')),
  title: 'Calibration',
};

const targets = new Map<string, Resolved>([
  ['names-that-sort', namesThatSort],
  ['names that sort', namesThatSort],
  ['file-names', namesThatSort],
  ['what-drift-looks-like', driftingProbe],
  ['c# for loggers', cSharp],
  ['next-year', { state: 'invisible' }],
  ['half-written', { state: 'unreadable' }],
]);

const pages = new Map<string, Resolved>([
  ['/posts/names-that-sort/', namesThatSort],
  ['/posts/what-drift-looks-like/', driftingProbe],
  ['/posts/next-year/', { state: 'invisible' }],
  ['/posts/half-written/', { state: 'unreadable' }],
  ['/tags/calibration/', calibration],
]);

const people = new Map<string, Mentioned>([
  ['ada-b', { name: 'Ada Berg', permalink: authorPermalink(authorSlug.parse('ada')) }],
  ['sam', { name: 'A former colleague', permalink: undefined }],
]);

const sizes = new Map([
  ['pump.webp', { width: 1200, height: 800 }],
  ['my pump.webp', { width: 640, height: 480 }],
]);

const files = new Set(['card.pdf', 'readings.csv', 'rinsing.mp4', 'clip.webm', 'rinsing.vtt', 'rinsing.mp3']);

const nameOf = (src: string) => src.replace(/^\.\//u, '');

function missing(src: string, kind: string): Refusal {
  return src.startsWith('../../')
    ? { rule: 'outside-content', problem: `"${src}" leads out.`, mend: 'Copy the file.' }
    : { problem: `There is no ${kind} "${src}".`, mend: 'Put it beside the post.' };
}

/** A small blog around the body under test: three posts, one hidden post and one that cannot be read, a topic, two pictures and six files. */
export const blog: MarkdownContext = {
  wikiTarget: (target) => targets.get(target.toLowerCase()),
  address: (path) => pages.get(path),
  suggestions: (target) => nearest(target, ['names-that-sort', 'what-drift-looks-like']),
  picture: (src) => {
    const size = sizes.get(nameOf(src));
    if (size === undefined) return missing(src, 'picture');
    const address = `/pictures/${encodeURIComponent(nameOf(src))}`;
    return { src: address, srcset: `${address}?w=640 640w, ${address} ${size.width}w`, ...size };
  },
  attachment: (src) => (files.has(nameOf(src)) ? { href: `/files/${nameOf(src)}` } : missing(src, 'file')),
  person: (login) => people.get(login),
  discussion: (number) =>
    number === '12' ? { permalink: namesThatSort.permalink, title: namesThatSort.title } : undefined,
  pictureHost: (host) => host === 'pictures.example',
};

/** A blog that has every page, picture and file that anybody asks for, but no post for a wiki link. */
export const everyPage: MarkdownContext = {
  wikiTarget: () => undefined,
  // No page of the blog has an address from a specification, so the brand is given to what was asked for.
  address: (path) => ({ state: 'visible', permalink: path as Permalink, title: path }),
  suggestions: () => [],
  picture: (src) => ({ src, srcset: src, width: 1, height: 1 }),
  attachment: (src) => ({ href: src }),
  person: () => undefined,
  discussion: () => undefined,
  pictureHost: () => false,
};

export function render(body: string, format: 'md' | 'mdx' = 'md'): Rendered {
  return renderMarkdown(body, { format, context: blog });
}

/** Messages as the author reads them, one a line. */
export function messagesOf(body: string, format: 'md' | 'mdx' = 'md'): string {
  return render(body, format)
    .messages.map(({ line, column, rule, message, mend }) => `${line}:${column} ${rule}: ${message} ${mend}`)
    .join('\n');
}

/** A body after its fixes were applied, the last one first. */
export function mended(body: string): string {
  const lines = body.split('\n');
  for (const { fix } of render(body).messages.toReversed()) {
    if (fix?.kind !== 'replace') continue;
    const { start, end, text } = fix;
    const line = lines[start.line - 1] ?? '';
    lines[start.line - 1] = line.slice(0, start.column - 1) + text + line.slice(end.column - 1);
  }
  return lines.join('\n');
}
