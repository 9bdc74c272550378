import { digestOf } from '../source/digest.ts';

/** A module as the bundler knows it. */
export interface CodeModule {
  /** Undefined where the bundler has no code, such as for a package that stays outside of the bundle. */
  code: string | null | undefined;
  /** The ids of all modules that it imports, also later. */
  imports: readonly string[];
}

/**
 * A digest of all the code that each of the modules is made of: its own, and that of whatever it imports, directly or not.
 * `nameOf` gives modules names that are the same on every machine; what it has no name for is left out.
 */
export function codeKeys(
  ids: readonly string[],
  find: (id: string) => CodeModule | undefined,
  nameOf: (id: string) => string | undefined,
): Map<string, string> {
  // To ask a bundler takes long, and most modules belong to many pages.
  const known = new Map<string, { part: string; imports: readonly string[] } | undefined>();
  const ask = (id: string) => {
    if (known.has(id)) return known.get(id);
    const name = nameOf(id);
    const module = name === undefined ? undefined : find(id);
    const found = module && { part: `${name} ${digestOf(module.code ?? '')}`, imports: module.imports };
    known.set(id, found);
    return found;
  };
  return new Map(
    ids.map((id) => {
      const parts: string[] = [];
      const seen = new Set([id]);
      // Grows while it is walked.
      for (const next of seen) {
        const module = ask(next);
        if (module === undefined) continue;
        parts.push(module.part);
        for (const imported of module.imports) seen.add(imported);
      }
      return [id, digestOf(parts.sort().join('\n'))];
    }),
  );
}
