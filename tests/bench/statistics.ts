/** The middle value; 0 of nothing. Of an even number of values, the upper of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The smallest value that this share of all values does not exceed; 0 of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const rank = Math.ceil(values.length * share);
  return values.toSorted((a, b) => a - b)[Math.max(0, rank - 1)] ?? 0;
}
