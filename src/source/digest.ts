import { hash } from 'node:crypto';

/** A short name for texts that changes whenever one of them does. */
export function digestOf(...texts: readonly (string | Uint8Array)[]): string {
  const [first = ''] = texts;
  if (texts.length === 1) return hash('sha256', first, 'hex').slice(0, 20);
  return hash('sha256', texts.map((text) => hash('sha256', text, 'hex')).join(), 'hex').slice(0, 20);
}
