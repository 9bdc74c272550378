import type { AstroIntegration } from 'astro';
import { join, relative, sep } from 'node:path';
import { codeKeys, type CodeModule } from '../plan/code-keys.ts';

/** Digests of the code of each page, by the path of its file: `src/pages/posts/[slug].astro`. */
export function pageCode(root: string): AstroIntegration & { keys: () => ReadonlyMap<string, string> } {
  const pages = join(root, 'src/pages') + sep;
  const pathOf = (id: string) => relative(root, id).split(sep).join('/');
  let keys: ReadonlyMap<string, string> = new Map();
  return {
    name: 'watercooler-page-code',
    keys: () => keys,
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'watercooler-page-code',
                generateBundle() {
                  if (this.environment.name !== 'prerender') return;
                  const find = (id: string): CodeModule | undefined => {
                    const module = this.getModuleInfo(id);
                    // What they hold is part of what pages show.
                    if (module === null || isContentData(module.meta)) return undefined;
                    const { code, importedIds, dynamicallyImportedIds } = module;
                    return { code, imports: [...importedIds, ...dynamicallyImportedIds] };
                  };
                  const ids = [...this.getModuleIds()].filter((id) => id.startsWith(pages));
                  keys = new Map([...codeKeys(ids, find, pathOf)].map(([id, key]) => [pathOf(id), key]));
                },
              },
            ],
          },
        });
      },
    },
  };
}

/** Whether Astro says of a module that it is made from the entries of its collections. */
function isContentData(meta: object): boolean {
  return 'astroIncremental' in meta;
}
