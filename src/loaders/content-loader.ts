import type { Loader } from 'astro/loaders';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharedContentFolder } from '../compile/content-folder.ts';
import type { Content } from '../model/content.ts';

interface Entry {
  id: string;
  data: Record<string, unknown>;
  /** Set for bodies that Astro compiles itself. */
  mdxPath?: string;
}

const entriesOf: Record<Exclude<keyof Content, 'redirects' | 'notice'>, (content: Content) => Entry[]> = {
  site: ({ site, notice, redirects }) => [{ id: 'site', data: { site, notice, redirects } }],
  posts: ({ posts }) => posts.map(bodied),
  groups: ({ groups }) => groups.map(bodied),
  paths: ({ paths }) => paths.map(bodied),
  pages: ({ pages }) => pages.map(bodied),
  authors: ({ authors }) => authors.map((author) => ({ id: author.slug, data: author })),
  tags: ({ tags }) => tags.map((tag) => ({ id: tag.slug, data: tag })),
  threads: ({ threads }) => threads.map((thread) => ({ id: thread.key, data: thread })),
};

function bodied<Data extends { slug: string; source: { path: string; format: string } }>(data: Data): Entry {
  const { slug, source } = data;
  return { id: slug, data, ...(source.format === 'mdx' && { mdxPath: source.path }) };
}

/**
 * Puts one collection of the compiled content folder into Astro's data store. Entries are thin: the HTML of a body stays
 * in a file named by `data.body.digest`, because the data store is written and read whole at every build.
 */
export function contentLoader(collection: keyof typeof entriesOf): Loader {
  return {
    name: `watercooler-${collection}`,
    load: ({ store, config, generateDigest }) => {
      const folder = sharedContentFolder();
      const entries = entriesOf[collection](folder.compiled().content);
      const known = new Set(entries.map(({ id }) => id));
      for (const id of store.keys()) if (!known.has(id)) store.delete(id);
      for (const { id, data, mdxPath } of entries) {
        const file = mdxPath === undefined ? undefined : join(folder.dir, mdxPath);
        store.set({
          id,
          data,
          digest: generateDigest(data),
          ...(file !== undefined && {
            filePath: relative(fileURLToPath(config.root), file),
            deferredRender: true,
          }),
        });
      }
      return Promise.resolve();
    },
  };
}
