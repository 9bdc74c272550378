import { hash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A short name for bytes, and for what they are made with. */
export function digestOf(...parts: readonly Uint8Array[]): string {
  return hash('sha256', parts.map((part) => hash('sha256', part)).join(), 'hex').slice(0, 20);
}

const digestLength = digestOf().length;

/**
 * Writes bytes that can be made again, so that nobody ever finds a part of them. Where nothing can be written, they are made again
 * every time.
 */
export function keepBytes(file: string, bytes: Uint8Array): void {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, Buffer.concat([bytes, Buffer.from(digestOf(bytes))]));
    renameSync(unfinished, file);
  } catch {
    // They are not missed.
  }
}

/** The bytes that were kept; undefined when there are none, or others than were written. */
export function keptBytes(file: string): Buffer<ArrayBuffer> | undefined {
  try {
    const whole = readFileSync(file);
    const bytes = whole.subarray(0, -digestLength);
    return whole.subarray(-digestLength).toString() === digestOf(bytes) ? bytes : undefined;
  } catch {
    return undefined;
  }
}
