import { createSpelling } from './spelling.ts';

/** The names of the blog and of those who write in it, which are no misspelt words. */
export interface Names {
  /** Whether a word that no dictionary has is one, or a part of one. */
  isName: (word: string) => boolean;
  /** All of them: any may be what was meant by a misspelt word. */
  allNames: () => readonly string[];
}

/** What was asked about the names, with the answer: what was found in a text is true for as long as that stays. */
export type NameQuestion =
  | [question: 'isName', word: string, answer: boolean]
  | [question: 'allNames', about: '', answer: readonly string[]];

/** `names` are whole ones, such as `Inês Carvalho`. */
export function createNames(names: readonly string[]): Names {
  const isName = createSpelling(
    () => false,
    names.flatMap((name) => name.split(/\s+/u)),
  );
  return { isName, allNames: () => names };
}
