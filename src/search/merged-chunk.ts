/** The name under which the index asks for a file of words that a delta belongs into. */
export function mergedChunk(chunk: string, delta: string): string {
  return `${chunk}~${delta}`;
}

/** The name of the file of the main index, and that of the delta. */
export function chunkAndDelta(merged: string): [chunk: string, delta: string] {
  const [chunk = '', delta = ''] = merged.split('~');
  return [chunk, delta];
}
