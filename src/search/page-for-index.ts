import { segmented } from './segments.ts';
import { headingWeights } from '../model/search-weights.ts';

const tags = /(<[^>]*>)/u;
const pageWeight = /\bdata-search-weight="([\d.]+)"/u;
const weightPattern = /\bdata-pagefind-weight="([\d.]+)"/u;
const heading = /^<(h[2-6])\b/u;
const words = /\bdata-words="([^"]*)"/u;

/**
 * The source of a page as it is given to the index: words of scripts without spaces are parted, and every weight is
 * multiplied by that of the page, headings included, for which the index would else use its own.
 */
export function pageForIndex(html: string): string {
  const factor = Number(pageWeight.exec(html)?.[1] ?? 1);
  return html
    .split(tags)
    .map((piece, index) => (index % 2 === 0 ? segmented(piece) : tagForIndex(piece, factor)))
    .join('');
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
