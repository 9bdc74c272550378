import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { frontmatterRange } from '../../src/source/frontmatter.ts';
import { guardText } from '../../src/source/guard.ts';
import { UsageError } from '../flags.ts';
import type { World } from '../world.ts';

/** A text that somebody brings along. */
export interface BroughtText {
  /** The heading that it begins with, which may be its title. */
  title: string | undefined;
  /** Without the heading where that is the title of the post: a post has it in a field. */
  bodyUnder: (title: string) => string;
  /** Whether there were fields in front of it, which are not taken over. */
  hadFields: boolean;
}

/** Reads a text from a file, or with `-` from what is piped in. Throws a `UsageError` when it cannot be used. */
export async function broughtText(name: string, { cwd, stdin }: World): Promise<BroughtText> {
  const bytes = name === '-' ? await allOf(stdin) : await fileNamed(resolve(cwd, name), name);
  const { text, problems } = guardText(bytes);
  const [problem] = problems;
  if (problem !== undefined)
    throw new UsageError(`--body: "${name}", line ${problem.line}: ${problem.message} ${problem.mend}`);
  const lines = text.replaceAll('\r\n', '\n');
  const bodyStart = frontmatterRange(lines)?.bodyStart ?? 0;
  const [heading = '', title] = /^\s*# (.+?)(?: #+)?[ \t]*\n+/u.exec(lines.slice(bodyStart)) ?? [];
  const body = lines.slice(bodyStart);
  return {
    title,
    bodyUnder: (ofPost) => (ofPost === title ? body.slice(heading.length) : body),
    hadFields: bodyStart > 0,
  };
}

async function fileNamed(file: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw new UsageError(`--body: the file "${name}" cannot be read.`);
  }
}

async function allOf(stream: World['stdin']): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array | string));
  return Buffer.concat(chunks);
}
