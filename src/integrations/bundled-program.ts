import type { AstroIntegration } from 'astro';
import { join, relative, sep } from 'node:path';
import { programFile } from '../build/program.ts';
import { codeKeys, type CodeModule } from '../plan/code-keys.ts';

/** The program that the bundler has made of all pages. */
export interface BundledProgram {
  /** Where it lies until the pages are made. Absolute. */
  folder: string;
  /** Digests of the code of each page, by the path of its file: `src/pages/posts/[slug].astro`. */
  code: ReadonlyMap<string, string>;
}

/** Lets the bundler make a program of all pages beside the one that Astro would use. */
export function bundlePages(root: string): { integration: AstroIntegration; bundled: () => BundledProgram } {
  const pages = join(root, 'src/pages') + sep;
  const pathOf = (id: string) => relative(root, id).split(sep).join('/');
  let code: BundledProgram['code'] = new Map();
  let folder: string | undefined;
  return {
    bundled: () => {
      if (folder === undefined)
        throw new Error('The program of the pages is asked for before it is bundled.');
      return { folder, code };
    },
    integration: {
      name: 'watercooler-bundled-program',
      hooks: {
        'astro:config:setup': ({ command, updateConfig }) => {
          if (command !== 'build') return;
          updateConfig({
            vite: {
              plugins: [
                {
                  name: 'watercooler-bundled-program',
                  applyToEnvironment: ({ name }) => name === 'prerender',
                  buildStart() {
                    this.emitFile({
                      type: 'chunk',
                      id: join(root, 'src/build/page-program.ts'),
                      fileName: programFile,
                      preserveSignature: 'strict',
                    });
                  },
                  generateBundle() {
                    const find = (id: string): CodeModule | undefined => {
                      const module = this.getModuleInfo(id);
                      // What they hold is part of what pages show.
                      if (module === null || isContentData(module.meta)) return undefined;
                      const { code, importedIds, dynamicallyImportedIds } = module;
                      return { code, imports: [...importedIds, ...dynamicallyImportedIds] };
                    };
                    const ids = [...this.getModuleIds()].filter((id) => id.startsWith(pages));
                    code = new Map([...codeKeys(ids, find, pathOf)].map(([id, key]) => [pathOf(id), key]));
                  },
                  writeBundle({ dir }) {
                    folder = dir;
                  },
                },
              ],
            },
          });
        },
      },
    },
  };
}

/** Whether Astro says of a module that it is made from the entries of its collections. */
function isContentData(meta: object): boolean {
  return 'astroIncremental' in meta;
}
