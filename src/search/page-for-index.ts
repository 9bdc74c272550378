import { segmented } from './segments.ts';
import { furniture } from './furniture.ts';
import { headingWeights } from '../model/search-weights.ts';

const tags = /(<[^>]*>)/u;
const pageWeight = /\bdata-search-weight="([\d.]+)"/u;
const weightPattern = /\bdata-pagefind-weight="([\d.]+)"/u;
const heading = /^<(h[2-6])\b/u;
const words = /\bdata-words="([^"]*)"/u;
const fact = /\bdata-pagefind-meta="([\w-]+)\[data-words\]"/u;

/** The classes by which `furniture` is known. */
const tellingClasses = new Set(furniture.flatMap((selector) => selector.match(/(?<=\.)[\w-]+/gu) ?? []));
const tagName = /^<(\/?)([a-z][\w-]*)/u;
const ignoring = / data-pagefind-ignore\b/u;
/** Facts and titles are read in what is ignored as well. */
const readAnyway = / data-pagefind-(?!ignore)|^<h1\b/u;
const attribute = /\s+([^\s=>"'/]+)(?:="([^"]*)")?/gu;
/** What the index neither reads nor is told to look for. */
const unread = /^(?:style|data-(?!pagefind-|words$|search-|footnote-).*)$/u;

/** The source of a page for the index. */
export interface PageForIndex {
  content: string;
  /** The same without what makes no difference to it, such as the attributes of styles and scripts, and without the facts. */
  telling: string;
  /** What its names of topics, authors and groups are, by the fact that they state: as it stands in the source. */
  facts: Readonly<Record<string, string>>;
}

/**
 * The source of a page as it is given to the index: words of scripts without spaces are parted, and every weight is
 * multiplied by that of the page, headings included, for which the index would else use its own.
 */
export function pageForIndex(html: string): PageForIndex {
  const factor = Number(pageWeight.exec(html)?.[1] ?? 1);
  let [content, telling] = ['', ''];
  const facts: Record<string, string> = {};
  const ignored = new Ignored();
  for (const [index, piece] of html.split(tags).entries()) {
    if (index % 2 === 0) {
      const text = segmented(piece);
      content += text;
      if (!ignored.isOpen) telling += text;
      continue;
    }
    const tag = tagForIndex(piece, factor);
    content += tag;
    ignored.pass(tag);
    const [, name = ''] = fact.exec(tag) ?? [];
    if (name === '' || Object.hasOwn(facts, name)) telling += withoutUnread(tag);
    else {
      facts[name] = words.exec(tag)?.[1] ?? '';
      telling += tag.replace(words, '');
    }
  }
  // An element that is never closed would take all that follows with it.
  return { content, telling: ignored.isUnclosed ? content : telling, facts };
}

/** Follows the tags of a page into what the index is told to ignore, and out of it. */
class Ignored {
  #element = '';
  #depth = 0;
  #isRead = false;

  /** Whether the text behind the last tag is left out of the index. */
  get isOpen(): boolean {
    return this.#depth > 0 && !this.#isRead;
  }

  get isUnclosed(): boolean {
    return this.#depth > 0;
  }

  pass(tag: string): void {
    const [, end, name = ''] = tagName.exec(tag) ?? [];
    if (this.#depth === 0) {
      if (end === '/' || !ignoring.test(tag)) return;
      [this.#element, this.#isRead] = [name, false];
    }
    if (name === this.#element) this.#depth += end === '/' ? -1 : 1;
    this.#isRead ||= readAnyway.test(tag);
  }
}

function withoutUnread(tag: string): string {
  // A tag with half of an attribute ends where a sign of its text is.
  if (!/ (?:class=|style=|data-)/u.test(tag) || tag.split('"').length % 2 === 0) return tag;
  return tag.replace(attribute, (whole, name: string, value?: string) => {
    if (name !== 'class') return unread.test(name) ? '' : whole;
    const told = (value ?? '').split(' ').filter((one) => tellingClasses.has(one));
    return told.length === 0 ? '' : ` class="${told.join(' ')}"`;
  });
}

function tagForIndex(tag: string, factor: number): string {
  if (tag.startsWith('</')) return tag;
  const parted = tag.replace(words, (_whole, value: string) => `data-words="${segmented(value)}"`);
  const own = weightPattern.exec(parted)?.[1];
  if (own !== undefined) return parted.replace(weightPattern, weightOf(Number(own) * factor));
  const name = heading.exec(parted)?.[1];
  if (name !== undefined && name in headingWeights)
    return withWeight(parted, headingWeights[name as keyof typeof headingWeights] * factor);
  return factor !== 1 && parted.includes(' data-pagefind-body') ? withWeight(parted, factor) : parted;
}

function withWeight(tag: string, weight: number): string {
  return tag.replace(/^<[^\s>]+/u, (start) => `${start} ${weightOf(weight)}`);
}

function weightOf(weight: number): string {
  return `data-pagefind-weight="${weight.toFixed(4)}"`;
}
