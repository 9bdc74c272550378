import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The path of the post that the built sitemap calls the newest, or undefined when it names none. */
export async function newestPost(dist: string): Promise<string | undefined> {
  const names = (await readdir(dist)).filter((name) => /^sitemap.*\.xml$/u.test(name));
  const texts = await Promise.all(names.map((name) => readFile(join(dist, name), 'utf8')));
  const posts = texts
    .flatMap((text) => [...text.matchAll(/<url>(.*?)<\/url>/gsu)].map(([, entry = '']) => entry))
    .map((entry) => ({
      path: pathOf(/<loc>\s*(.*?)\s*<\/loc>/u.exec(entry)?.[1]),
      modified: /<lastmod>\s*(.*?)\s*<\/lastmod>/u.exec(entry)?.[1] ?? '',
    }))
    .filter(({ path }) => /^\/posts\/[^/]+\/$/u.test(path));
  return posts.sort((a, b) => (a.modified < b.modified ? 1 : -1))[0]?.path;
}

function pathOf(address: string | undefined): string {
  return address === undefined || !URL.canParse(address) ? '' : new URL(address).pathname;
}
