/** Makes something when it is asked for first, and gives the same from then on. */
export function whenAsked<Value extends object>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}
