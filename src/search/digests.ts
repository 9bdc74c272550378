import { hash } from 'node:crypto';

/** A name for texts that changes whenever one of them does. */
export function digestOf(...texts: readonly (string | Uint8Array)[]): string {
  const [only = ''] = texts;
  const digests = () => texts.map((text) => hash('sha256', text, 'hex')).join();
  return hash('sha256', texts.length === 1 ? only : digests(), 'hex').slice(0, 20);
}

/** A short name for a file, which changes with what is in it. */
export function digestName(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex').slice(0, 10);
}
