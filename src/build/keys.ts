import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFolder } from '../compile/content-folder.ts';
import { filesIn } from '../plan/files-in.ts';
import { digestOf } from '../source/digest.ts';

const folders = ['src', 'public'];
const files = ['astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/**
 * Names everything that the bundler makes the program of pages from: the engine, its packages, Node, the address of the site,
 * and the bodies with teaching components, which are compiled to code. What those show, such as where a link leads, is in
 * the digests of their bodies.
 */
export function programKey(root: string, { dir, compiled }: Pick<ContentFolder, 'dir' | 'compiled'>): string {
  const { site, posts } = compiled().content;
  const paths = [
    ...folders.flatMap((folder) => filesIn(join(root, folder)).map((path) => `${folder}/${path}`)),
    ...files,
  ];
  const engine = paths.sort().map((path) => `${path} ${digestOf(readFileSync(join(root, path)))}`);
  const bodies = posts
    .filter(({ source }) => source.format === 'mdx')
    .map(({ slug, source, body }) => `${slug} ${source.path} ${body.digest}`);
  return digestOf([process.version, dir, site.url, ...engine, ...bodies].join('\n'));
}

/**
 * Names everything that the whole output is made from: the program, and all that the content folder says, seen as this build
 * sees it. Bodies, pictures and files stand in it with their digests.
 */
export function outputKey(
  program: string,
  { compiled, view }: Pick<ContentFolder, 'compiled' | 'view'>,
): string {
  // As one text, ten thousand posts would take as much memory as all else that is known of them.
  const parts = Object.entries(compiled().content).flatMap(([name, part]: [string, unknown]) => [
    name,
    ...(Array.isArray(part) ? part : [part]).map((entry) => digestOf(JSON.stringify([entry]))),
  ]);
  return digestOf(JSON.stringify([program, view(), parts]));
}
