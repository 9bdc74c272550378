/** A sentence that names the nearest candidates, to be put after another sentence; empty when there are none. */
export function nearestNames(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  const last = quoted.at(-1);
  if (last === undefined) return '';
  const rest = quoted.slice(0, -1);
  return rest.length === 0 ? ` The nearest is ${last}.` : ` The nearest are ${rest.join(', ')} and ${last}.`;
}
