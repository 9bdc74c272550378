import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { digestOf } from './digest.ts';

/** Writes a file so that nobody ever finds a part of it. */
export async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, text);
  await rename(unfinished, file);
}

/** Writes a text that only the same code, by its fingerprint, takes for what it is. */
export async function keepText(file: string, fingerprint: string, text: string): Promise<void> {
  await writeWhole(file, `${digestOf(fingerprint, text)}\n${text}`);
}

/** The text that was kept. Empty when there is none, when it is another than was written, and for other code. */
export async function keptText(file: string, fingerprint: string): Promise<string> {
  const whole = await readFile(file, 'utf8').catch(() => '');
  const end = whole.indexOf('\n');
  const text = whole.slice(end + 1);
  return whole.slice(0, Math.max(0, end)) === digestOf(fingerprint, text) ? text : '';
}
