import { areWords } from '../search/landing-notes.ts';
import { changeNotes } from './landing-storage.ts';

// Whoever comes to this page from a search gets the words marked that were found on it. They stay with this place in
// the history, so that reloading and coming back keep them, and nothing of them is ever in the address.

/** The words that are marked. */
let marked: readonly string[] = [];

async function mark(words: readonly string[]): Promise<void> {
  const template = document.querySelector<HTMLTemplateElement>('template.found');
  if (words.length === 0 || template === null || !('highlights' in CSS)) return;
  try {
    const { showFound } = await import('./found-bar.ts');
    if (showFound(words, template, () => keep([]))) keep(words);
  } catch {
    // The script did not come: the page is read as by anybody else.
  }
}

/** Takes the words that were noted for this page; none when nobody came from a search just now. */
function takeNoted(): readonly string[] {
  const path = location.pathname;
  let words: readonly string[] = [];
  changeNotes((notes) => {
    words = notes.find((note) => note.path === path)?.words ?? [];
    return notes.filter((note) => note.path !== path);
  });
  return words;
}

function keep(words: readonly string[]): void {
  marked = words;
  const state: unknown = history.state;
  const others = typeof state === 'object' ? state : {};
  if (words.length > 0 || kept().length > 0) history.replaceState({ ...others, found: words }, '');
}

/** The words that are kept with this place in the history. */
function kept(): readonly string[] {
  const state: unknown = history.state;
  const isKept = typeof state === 'object' && state !== null && 'found' in state;
  return isKept && areWords(state.found) ? state.found : [];
}

const noted = takeNoted();
void mark(noted.length > 0 ? noted : kept());
// Going to another section, by the contents or by a search on this page, loads nothing. `hashchange` tells it later,
// when the page may have been loaded again already.
addEventListener('popstate', () => {
  const notedSince = takeNoted();
  if (notedSince.length > 0) void mark(notedSince);
  else keep(marked);
});
