import { parseNotes, type LandingNote } from '../search/landing-notes.ts';

const key = 'landing';

/** Changes the notes on this device. Without storage (it can be switched off) there are none. */
export function changeNotes(change: (notes: LandingNote[]) => LandingNote[]): void {
  try {
    const stored = localStorage.getItem(key);
    const notes = change(parseNotes(stored, Date.now()));
    if (notes.length > 0) localStorage.setItem(key, JSON.stringify(notes));
    else if (stored !== null) localStorage.removeItem(key);
  } catch {
    // Nothing to do: a page then opens as it does for anybody.
  }
}
