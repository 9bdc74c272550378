import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { plainLine } from '../../src/model/plain-line.ts';
import { digestForPolicy, reportStyle } from './html-style.ts';
import type { Item, Line, Outline, Section } from './outline.ts';
import { outlineOf } from './outline-of-report.ts';
import type { Passage, Piece, Report } from './report-schema.ts';

/** Pictures of a page before and after, at one width of the window. Each is an address of data. */
export interface PagePictures {
  width: number;
  before?: string;
  after?: string;
}

/** Everything that the report says as one page that needs nothing else and can do nothing. */
export function htmlReport(
  report: Report,
  pictures: ReadonlyMap<string, PagePictures[]> = new Map(),
): string {
  const outline = outlineOf(report);
  const title = 'What this branch changes for readers';
  const page = h('html', { lang: 'en-GB' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', {
        httpEquiv: 'Content-Security-Policy',
        content: `default-src 'none'; style-src '${digestForPolicy}'; img-src data:; base-uri 'none'; form-action 'none'`,
      }),
      h('title', title),
      h('style', reportStyle),
    ]),
    h('body', [
      h('header', [h('h1', title), ...outline.summary.map((line) => h('p', lineContent(line)))]),
      h('main', [
        ...alarmsContent(outline),
        ...outline.sections.map((section) => sectionContent(section, pictures)),
      ]),
      h('footer', [h('p', lineContent(outline.closing))]),
    ]),
  ]);
  return `<!doctype html>\n${toHtml(page)}\n`;
}

function alarmsContent({ alarms }: Outline): Element[] {
  if (alarms.length === 0) return [];
  return [
    h('section', { className: 'alarms', ariaLabelledBy: 'alarms' }, [
      h('h2', { id: 'alarms' }, 'Look at this first'),
      h(
        'ul',
        alarms.map((line) => h('li', lineContent(line))),
      ),
    ]),
  ];
}

function sectionContent({ title, items }: Section, pictures: ReadonlyMap<string, PagePictures[]>): Element {
  const plain = items.filter((item) => item.title === undefined);
  const titled = items.filter((item) => item.title !== undefined);
  return h('section', [
    h('h2', title),
    ...(plain.length === 0
      ? []
      : [
          h(
            'ul',
            plain.flatMap(({ lines }) => lines.map((line) => h('li', lineContent(line)))),
          ),
        ]),
    ...(titled.length < worthContents ? [] : [contentsOf(titled)]),
    ...titled.map((item, index) => itemContent(item, pictures.get(item.address ?? '') ?? [], index)),
  ]);
}

// Fewer are found faster by scrolling.
const worthContents = 6;

function contentsOf(items: readonly Item[]): Element {
  return h('details', [
    h('summary', `All ${items.length} in a list`),
    h(
      'ol',
      items.map(({ title = [] }, index) => h('li', h('a', { href: `#page-${index}` }, lineContent(title)))),
    ),
  ]);
}

function itemContent(
  { title = [], lines, passages = [] }: Item,
  pictures: readonly PagePictures[],
  index: number,
): Element {
  const [first = [], ...rest] = lines;
  return h('article', { id: `page-${index}` }, [
    h('h3', lineContent(title)),
    h('p', { className: 'where' }, lineContent(first)),
    h(
      'ul',
      rest.map((line) => h('li', lineContent(line))),
    ),
    ...(passages.length === 0
      ? []
      : [
          h('details', { open: passages.length <= mostOpen }, [
            h('summary', 'The words'),
            ...passages.map(passageContent),
          ]),
        ]),
    ...pictures.map(picturesContent),
  ]);
}

// A longer text would hide the pages after it.
const mostOpen = 12;

function picturesContent({ width, before, after }: PagePictures): Element {
  const figure = (caption: string, source: string | undefined) =>
    source === undefined
      ? []
      : [
          h('figure', [
            h('figcaption', caption),
            h('img', { src: source, alt: `${caption}, in a window of ${width} pixels`, loading: 'lazy' }),
          ]),
        ];
  return h('details', [
    h('summary', `How it looks in a window of ${width} pixels`),
    h('div', { className: 'pictures', dataWide: String(width > 800) }, [
      ...figure('Before', before),
      ...figure('After', after),
    ]),
  ]);
}

function passageContent(passage: Passage): Element {
  if ('unchanged' in passage) {
    const words =
      passage.unchanged === 1
        ? 'One paragraph stays as it is.'
        : `${passage.unchanged} paragraphs stay as they are.`;
    return h('p', { className: 'unchanged' }, words);
  }
  return h('p', { className: 'passage', dir: 'auto' }, passage.pieces.map(pieceContent));
}

function lineContent(line: Line): ElementContent[] {
  return line.flatMap((part): ElementContent[] => {
    if (typeof part === 'string') return [{ type: 'text', value: part }];
    if ('code' in part) return [h('code', plainLine(part.code))];
    return 'said' in part ? [h('bdi', plainLine(part.said))] : [h('bdi', part.pieces.map(pieceContent))];
  });
}

function pieceContent({ is, text }: Piece): ElementContent {
  // Line breaks stay: the style shows them.
  const plain = text.split('\n').map(plainLine).join('\n');
  if (is === 'same') return { type: 'text', value: plain };
  return h(is === 'added' ? 'ins' : 'del', plain);
}
