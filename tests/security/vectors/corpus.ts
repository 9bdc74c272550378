import { addressVectors } from './addresses.ts';
import { clobberingVectors } from './clobbering.ts';
import { elementVectors } from './elements.ts';
import { handlerVectors } from './handlers.ts';
import { markdownVectors } from './markdown.ts';
import { parserVectors } from './parsers.ts';
import type { Vector } from './vector.ts';

/** Every attack, by what it is made of. */
export const families: Readonly<Record<string, readonly Vector[]>> = {
  handlers: handlerVectors,
  addresses: addressVectors,
  parsers: parserVectors,
  elements: elementVectors,
  clobbering: clobberingVectors,
  markdown: markdownVectors,
};

/** The attacks that differ from all others once spaces around them are gone, in a fixed order. */
export const corpus: readonly Vector[] = distinct(Object.values(families).flat());

/** Those that differ from the ones before. */
export function distinct(vectors: readonly Vector[]): Vector[] {
  const seen = new Map<string, Vector>();
  for (const vector of vectors) {
    const text = vector('hit(0)').trim();
    if (!seen.has(text)) seen.set(text, vector);
  }
  return [...seen.values()];
}

/** What the vector with a number writes to have itself reported by that number. */
export function attack(index: number): string {
  return corpus[index]?.(`hit(${index})`).trim() ?? '';
}
