import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFiles } from '../../bench/corpus.ts';

const withoutFrontmatter = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n/u, '');

/** The bodies of invented posts. */
export async function corpusBodies(): Promise<string[]> {
  const bodies: string[] = [];
  for await (const { path, content } of corpusFiles({ posts: 200, words: 250, seed: 7 }))
    if (path.startsWith('posts/') && path.endsWith('.md')) bodies.push(withoutFrontmatter(String(content)));
  return bodies;
}

/** The bodies of the sample blog's Markdown posts. */
export function sampleBodies(): string[] {
  const folder = join(import.meta.dirname, '../../../content/posts');
  return readdirSync(folder).flatMap((name) => {
    const file = name.endsWith('.md') ? join(folder, name) : join(folder, name, 'index.md');
    return existsSync(file) ? [withoutFrontmatter(readFileSync(file, 'utf8'))] : [];
  });
}
