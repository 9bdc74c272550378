import { printState } from '../search/state.ts';
import { stateInForm } from './search-address.ts';

/**
 * The keys of a search: down leads from the field to the results, up and down from one to the next, Home and End to the
 * first and the last, and up from the first back to the field, as does any letter that is typed. Enter and its modifiers
 * are the browser's own for links; in the field, with Ctrl or ⌘, it opens all results in a new tab.
 */
export function listenToKeys(
  root: HTMLElement,
  { form, field, results }: { form: HTMLFormElement; field: HTMLInputElement; results: HTMLElement },
): void {
  root.addEventListener('keydown', (event) => {
    if (event.target === field) inField(event, form, results);
    else if (event.target instanceof Node && results.contains(event.target)) inResults(event, field, results);
  });
}

/**
 * Puts other results in the place of those that are listed. A keyboard that was among them stays there: at the same link,
 * else at the same place of the list, else it is in the field.
 */
export function replaceResults(
  { field, results }: { field: HTMLInputElement; results: HTMLElement },
  others: readonly Node[],
): void {
  const held = [...results.children].findIndex((result) => result.contains(document.activeElement));
  const href = document.activeElement?.getAttribute('href');
  results.replaceChildren(...others);
  if (held === -1) return;
  const links = [...results.querySelectorAll('a')];
  const titles = titlesIn(results);
  const sameLink = links.find((link) => link.getAttribute('href') === href);
  (sameLink ?? titles[held] ?? titles.at(-1) ?? field).focus();
}

function inField(event: KeyboardEvent, form: HTMLFormElement, results: HTMLElement): void {
  const [first] = titlesIn(results);
  if (event.key === 'ArrowDown' && first !== undefined) go(event, first);
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  open(new URL(form.action).pathname + printState(stateInForm(form)), '_blank', 'noopener');
}

function inResults(event: KeyboardEvent, field: HTMLInputElement, results: HTMLElement): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const titles = titlesIn(results);
  const at = titles.findIndex((title) => title.closest('li')?.contains(event.target as Node));
  const last = titles.length - 1;
  const targets: Record<string, HTMLElement | undefined> = {
    ArrowDown: titles[Math.min(at + 1, last)],
    ArrowUp: at <= 0 ? field : titles[at - 1],
    Home: titles[0],
    End: titles[last],
  };
  const target = Object.hasOwn(targets, event.key) ? targets[event.key] : undefined;
  if (target !== undefined) go(event, target);
  // The letter goes into the field, which has the keyboard by then.
  else if (event.key.length === 1 && event.key !== ' ') field.focus();
}

function go(event: KeyboardEvent, target: HTMLElement): void {
  event.preventDefault();
  target.focus();
}

function titlesIn(results: HTMLElement): HTMLElement[] {
  return [...results.querySelectorAll<HTMLElement>(':scope > li > h2 > a')];
}
