import type { Results } from '../search/answer.ts';
import { nearestTopics } from '../search/nearest-topics.ts';
import { printState, type SearchState } from '../search/state.ts';
import type { Parts } from './search-parts.ts';
import { createLink } from './search-results.ts';

const wordsMark = encodeURIComponent('{words}');

/**
 * Fills in what helps when nothing was found: to drop the filters, where that would give results; else the nearest words
 * and topics (all of them, where none comes near), the people behind these topics, and a form for the question.
 */
export function showNothing({ nothing, start }: Parts, state: SearchState, results: Results): void {
  const { query } = state;
  const part = (selector: string) => nothing.querySelector<HTMLElement>(selector);
  const isNarrowed = results.unfiltered > 0;
  const isAsked = !isNarrowed && query !== '';
  toggle(part('.narrowed'), isNarrowed);
  toggle(part('.hint'), isAsked);

  const topics = [...start.querySelectorAll<HTMLAnchorElement>('a[data-words]')].map((link) => ({
    words: link.dataset['words'] ?? '',
    link,
  }));
  const nearest = isNarrowed ? [] : nearestTopics(query, topics).map(({ link }) => link);
  const people = new Map(
    nearest.flatMap(({ dataset: { trainer, trainerHref } }) =>
      trainer === undefined || trainerHref === undefined ? [] : [[trainerHref, trainer]],
    ),
  );
  const words = isNarrowed ? [] : (results.nearest ?? []);
  list(
    part('.words'),
    words.map((word) => createLink(location.pathname + printState({ ...state, query: word }), word)),
  );
  list(
    part('.near'),
    nearest.map(({ href, textContent }) => createLink(href, textContent.trim())),
  );
  list(
    part('.people'),
    [...people].map(([href, name]) => createLink(href, name)),
  );
  start.hidden = isNarrowed || nearest.length > 0;

  const question = part('.question');
  const link = question?.querySelector('a');
  toggle(question, isAsked);
  if (link == null) return;
  link.dataset['pattern'] ??= link.href;
  link.href = link.dataset['pattern'].replaceAll(wordsMark, () => encodeURIComponent(query));
}

function toggle(part: HTMLElement | null, isShown: boolean): void {
  if (part !== null) part.hidden = !isShown;
}

function list(part: HTMLElement | null, links: readonly HTMLAnchorElement[]): void {
  toggle(part, links.length > 0);
  const items = links.map((link) => {
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  part?.querySelector('ul')?.replaceChildren(...items);
}
