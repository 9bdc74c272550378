import { markedWords, matchWords } from '../search/landing-words.ts';
import { reveal, topOf } from './reveal-range.ts';
import { findOnPage } from './text-on-page.ts';

const all = 'found';
const one = 'found-current';

let removeBefore: (() => void) | undefined;

/**
 * Marks words on the page, without a change to its elements, and shows a bar that leads from one to the next. Says
 * whether any of them stands there; where none does, nothing is shown.
 */
export function showFound(
  wanted: readonly string[],
  template: HTMLTemplateElement,
  removed: () => void,
): boolean {
  removeBefore?.();
  const { words, ranges } = findOnPage(wanted);
  const bar = document.importNode(template.content, true).querySelector<HTMLElement>('.found-bar');
  if (bar === null || ranges.length === 0) return false;
  CSS.highlights.set(all, new Highlight(...ranges));
  const part = (selector: string) => bar.querySelector<HTMLElement>(selector);
  const say = (selector: string, text: string) => {
    const place = part(selector);
    if (place !== null) place.textContent = text;
  };
  say('.where', matchWords(ranges.length));
  say('.words', markedWords(words));

  let current: number | undefined;
  const step = (by: 1 | -1) => {
    const next = current === undefined ? firstStep(ranges, by) : current + by;
    current = (next + ranges.length) % ranges.length;
    const range = ranges[current];
    if (range === undefined) return;
    goTo(range, bar.offsetHeight);
    say('.where', matchWords(ranges.length, current + 1));
  };
  const sizes = new ResizeObserver(() => {
    document.documentElement.style.setProperty('--found-bar', `${bar.offsetHeight}px`);
  });
  const remove = () => {
    sizes.disconnect();
    document.documentElement.style.removeProperty('--found-bar');
    CSS.highlights.delete(all);
    CSS.highlights.delete(one);
    bar.remove();
    removeBefore = undefined;
  };
  const removeForGood = () => {
    remove();
    removed();
    focusOnTitle();
  };
  part('.previous')?.addEventListener('click', () => step(-1));
  part('.next')?.addEventListener('click', () => step(1));
  part('.remove')?.addEventListener('click', removeForGood);
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') removeForGood();
  });
  removeBefore = remove;
  // Behind the link that skips the navigation, so that the keyboard comes to it first.
  document.querySelector('.skip')?.after(bar);
  sizes.observe(bar);
  return true;
}

/** The first match from where the reader is on the page, or the last one before it. */
function firstStep(ranges: readonly Range[], by: 1 | -1): number {
  const below = ranges.findIndex((range) => topOf(range) >= 0);
  if (by === 1) return Math.max(below, 0);
  return below === -1 ? ranges.length - 1 : below - 1;
}

/** Shows a match, and lets whoever reads by keyboard or ear go on from it, while the button keeps the focus. */
function goTo(range: Range, coveredBelow: number): void {
  const current = new Highlight(range);
  current.priority = 1;
  CSS.highlights.set(one, current);
  reveal(range, coveredBelow);
  getSelection()?.collapse(range.startContainer, range.startOffset);
}

function focusOnTitle(): void {
  const title = document.querySelector<HTMLElement>('main h1');
  if (title === null) return;
  title.tabIndex = -1;
  title.addEventListener('blur', () => title.removeAttribute('tabindex'), { once: true });
  title.focus({ preventScroll: true });
}
