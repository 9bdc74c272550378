import { foundWords, type FoundPage } from '../search/found-words.ts';
import { withNote } from '../search/landing-notes.ts';
import { changeNotes } from './landing-storage.ts';

/**
 * Leaves a note for the page that a result leads to, when one of its links to that page is followed: in this tab, in
 * another one, or from the menu of the link.
 */
export function noteVisits(result: Element, hit: FoundPage & { url: string }): void {
  const { pathname } = new URL(hit.url, location.href);
  const note = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link?.pathname !== pathname) return;
    const words = foundWords(hit);
    changeNotes((notes) => withNote(notes, { path: pathname, words, time: Date.now() }));
  };
  result.addEventListener('click', note);
  result.addEventListener('auxclick', note);
}
