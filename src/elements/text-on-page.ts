import { furniture } from '../search/furniture.ts';
import { findMatches } from '../search/matches.ts';

const unread = [
  ...furniture,
  '[data-pagefind-ignore]',
  'button',
  'template',
  'script',
  'style',
  'svg',
  '[role="status"]',
].join(', ');

/** The text that is searched on a page, and where each piece of it comes from. */
interface PageText {
  text: string;
  pieces: { node: Text; start: number }[];
}

/** The words that stand on the page, and where, in the order of the page. */
export function findOnPage(words: readonly string[]): { words: string[]; ranges: Range[] } {
  const page: PageText = { text: '', pieces: [] };
  for (const body of document.querySelectorAll<HTMLElement>('[data-pagefind-body]')) gather(body, page);
  const present = words.filter((word) => findMatches(page.text, [word]).length > 0);
  const ranges = findMatches(page.text, present).map(({ start, end }) => {
    const range = document.createRange();
    const first = pieceAt(page, start);
    const last = pieceAt(page, end - 1);
    if (first !== undefined) range.setStart(first.node, start - first.start);
    if (last !== undefined) range.setEnd(last.node, end - last.start);
    return range;
  });
  return { words: present, ranges };
}

function gather(element: Element, page: PageText): void {
  const { display } = getComputedStyle(element);
  const isClosedTab = element.matches('[role="tabpanel"]');
  if (element.matches(unread) || (display === 'none' && !isClosedTab)) return;
  // A word never goes on from one block into the next.
  const edge = (display === 'inline' && element.localName !== 'br') || display === 'contents' ? '' : '\n';
  page.text += edge;
  for (const child of element.childNodes) {
    if (child instanceof Element) gather(child, page);
    if (!(child instanceof Text)) continue;
    page.pieces.push({ node: child, start: page.text.length });
    page.text += child.data;
  }
  page.text += edge;
}

function pieceAt({ pieces }: PageText, place: number): PageText['pieces'][number] | undefined {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.start ?? Infinity) <= place) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
