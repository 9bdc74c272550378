/** Gives what is made of some parts. */
export type WhileSame<Result> = (parts: readonly unknown[], make: () => Result) => Result;

/**
 * Makes something of its parts, and gives what it made before for as long as each of them is the same. Objects are compared by
 * identity, so they must stay as they are.
 */
export function whileSame<Result>(): WhileSame<Result> {
  let last: { parts: readonly unknown[]; result: Result } | undefined;
  return (parts, make) => {
    if (last === undefined || !areSame(last.parts, parts)) last = { parts, result: make() };
    return last.result;
  };
}

/** The same for each of many things, for as long as the thing is there. */
export function eachWhileSame<Result>(): (
  thing: object,
  parts: readonly unknown[],
  make: () => Result,
) => Result {
  const made = new WeakMap<object, { parts: readonly unknown[]; result: Result }>();
  return (thing, parts, make) => {
    const last = made.get(thing);
    if (last !== undefined && areSame(last.parts, parts)) return last.result;
    const result = make();
    made.set(thing, { parts, result });
    return result;
  };
}

function areSame(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((part, index) => part === after[index]);
}
