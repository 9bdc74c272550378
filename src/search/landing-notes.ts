/** What a search leaves for the page that a reader goes to. It never is in an address or in a request. */
export interface LandingNote {
  /** The path of the page. */
  path: string;
  /** The words that were found on it. */
  words: readonly string[];
  /** When it was left, in milliseconds. */
  time: number;
}

/** A note is for the page that opens next, not for another visit. */
const lifetime = 60_000;

/** The notes in a stored text that are fresh; whatever else stands there is dropped. */
export function parseNotes(text: string | null, now: number): LandingNote[] {
  const stored = parsed(text);
  if (!Array.isArray(stored)) return [];
  return stored.filter(isNote).filter(({ time }) => time <= now && now - time < lifetime);
}

/** Notes with one more. Several pages can be opened in a row; each has its own, and the last one for a page counts. */
export function withNote(notes: readonly LandingNote[], note: LandingNote): LandingNote[] {
  return [...notes.filter(({ path }) => path !== note.path), note];
}

/** Whether something that was stored is a list of words. */
export function areWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((word) => typeof word === 'string');
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
}

function isNote(value: unknown): value is LandingNote {
  if (typeof value !== 'object' || value === null) return false;
  const { path, words, time } = value as Partial<Record<keyof LandingNote, unknown>>;
  return typeof path === 'string' && typeof time === 'number' && areWords(words);
}
