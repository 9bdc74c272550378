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
  const digests = new Map<string, string>();
  const digest = (id: string, code: string): string => {
    const known = digests.get(id) ?? digestOf(code);
    digests.set(id, known);
    return known;
  };
  return new Map(
    ids.map((id) => {
      const parts = [...reached(id, find, nameOf)].map(
        ([name, module, code]) => `${name} ${digest(module, code)}`,
      );
      return [id, digestOf(parts.sort().join('\n'))];
    }),
  );
}

function* reached(
  id: string,
  find: (id: string) => CodeModule | undefined,
  nameOf: (id: string) => string | undefined,
): Generator<[name: string, id: string, code: string]> {
  const seen = new Set([id]);
  // Grows while it is walked.
  for (const next of seen) {
    const name = nameOf(next);
    const module = name === undefined ? undefined : find(next);
    if (name === undefined || module === undefined) continue;
    yield [name, next, module.code ?? ''];
    for (const imported of module.imports) seen.add(imported);
  }
}
