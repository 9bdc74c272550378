import type { Loader } from 'astro/loaders';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharedContentFolder } from '../compile/content-folder.ts';

/**
 * Hands the `.mdx` posts to Astro, which compiles their bodies when a page renders them. The entries hold nothing else:
 * what a post is comes from the compiled content folder, and the HTML of the other posts from its store.
 */
export function mdxLoader(): Loader {
  return {
    name: 'watercooler-mdx',
    load: ({ store, config }) => {
      const { dir, compiled } = sharedContentFolder();
      const posts = compiled().content.posts.filter(({ source }) => source.format === 'mdx');
      const known = new Set<string>(posts.map(({ slug }) => slug));
      for (const id of store.keys()) if (!known.has(id)) store.delete(id);
      for (const { slug, source, body } of posts) {
        const filePath = relative(fileURLToPath(config.root), join(dir, source.path));
        store.set({ id: slug, data: {}, digest: body.digest, filePath, deferredRender: true });
        // Astro lists the modules of new and changed entries only, so a kept store without its list would lose the rest.
        store.addModuleImport(filePath);
      }
      return Promise.resolve();
    },
  };
}
