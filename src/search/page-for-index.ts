import { segmented } from './segments.ts';
import { furniture } from './furniture.ts';
import { headingWeights } from '../model/search-weights.ts';

const tags = /(<[^>]*>)/u;
const pageWeight = /\bdata-search-weight="([\d.]+)"/u;
const weightPattern = /\bdata-pagefind-weight="([\d.]+)"/u;
const heading = /^<(h[2-6])\b/u;
const words = /\bdata-words="([^"]*)"/u;

/** The classes by which `furniture` is known. */
const tellingClasses = new Set(furniture.flatMap((selector) => selector.match(/(?<=\.)[\w-]+/gu) ?? []));
const attribute = /\s+([^\s=>"'/]+)(?:="([^"]*)")?/gu;
/** What the index neither reads nor is told to look for. */
const unread = /^(?:style|data-(?!pagefind-|words$|search-|footnote-).*)$/u;

/** The source of a page for the index. */
export interface PageForIndex {
  content: string;
  /** The same without the attributes that make no difference to it: those of styles and scripts. */
  telling: string;
}

/**
 * The source of a page as it is given to the index: words of scripts without spaces are parted, and every weight is
 * multiplied by that of the page, headings included, for which the index would else use its own.
 */
export function pageForIndex(html: string): PageForIndex {
  const factor = Number(pageWeight.exec(html)?.[1] ?? 1);
  const page = { content: '', telling: '' };
  for (const [index, piece] of html.split(tags).entries()) {
    const given = index % 2 === 0 ? segmented(piece) : tagForIndex(piece, factor);
    page.content += given;
    page.telling += index % 2 === 0 ? given : withoutUnread(given);
  }
  return page;
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
