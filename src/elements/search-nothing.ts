import { nearestTopics } from '../search/nearest-topics.ts';
import type { SearchState } from '../search/state.ts';
import type { Parts } from './search-parts.ts';
import { createLink } from './search-results.ts';

const wordsMark = encodeURIComponent('{words}');

/**
 * Fills in what helps when nothing was found: to drop the filters, where that would give results; else the nearest
 * topics (all of them, where none comes near) and asking for a post.
 */
export function showNothing({ nothing, start }: Parts, { query }: SearchState, unfiltered: number): void {
  const part = (selector: string) => nothing.querySelector<HTMLElement>(selector);
  const narrowed = part('.narrowed');
  const hint = part('.hint');
  const near = part('.near');
  const wish = part('.wish');
  const isNarrowed = unfiltered > 0;
  if (narrowed !== null) narrowed.hidden = !isNarrowed;
  if (hint !== null) hint.hidden = isNarrowed || query === '';

  const topics = [...start.querySelectorAll<HTMLAnchorElement>('a[data-words]')].map((link) => ({
    words: link.dataset['words'] ?? '',
    label: link.textContent.trim(),
    href: link.href,
  }));
  const nearest = nearestTopics(query, topics);
  if (near !== null) near.hidden = isNarrowed || nearest.length === 0;
  const items = nearest.map(({ href, label }) => {
    const item = document.createElement('li');
    item.append(createLink(href, label));
    return item;
  });
  part('.nearest')?.replaceChildren(...items);
  start.hidden = isNarrowed || nearest.length > 0;

  const link = wish?.querySelector('a');
  if (wish === null || link == null) return;
  wish.hidden = isNarrowed || query === '';
  link.dataset['pattern'] ??= link.href;
  link.href = link.dataset['pattern'].replaceAll(wordsMark, encodeURIComponent(query));
}
