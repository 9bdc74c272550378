import type { AstroIntegration } from 'astro';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContentFolder } from '../compile/content-folder.ts';
import { readEditorBundle } from '../compile/editor-bundle.ts';
import { hasEditor } from '../model/forge.ts';
import { editorPermalink } from '../model/permalink.ts';

const types: Record<string, string> = {
  js: 'text/javascript',
  json: 'application/json',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
};

/** Puts the editor for the browser beside its page, where the forge can take what it writes. */
export function editorFiles(folder: ContentFolder): AstroIntegration {
  const isOffered = () => hasEditor(folder.compiled().content.site.forge);
  return {
    name: 'watercooler-editor',
    hooks: {
      'astro:server:setup': ({ server }) => {
        let files: ReturnType<ReturnType<typeof readEditorBundle>['files']> | undefined;
        server.middlewares.use((request, response, next) => {
          const [address = ''] = (request.url ?? '').split('?');
          const isFile = /\.\w+$/u.test(address) && address.startsWith(editorPermalink);
          const content =
            isFile && isOffered() ? (files ??= readEditorBundle().files()).get(address) : undefined;
          if (content === undefined) {
            next();
            return;
          }
          response.setHeader(
            'Content-Type',
            types[address.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
          );
          response.end(content);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!isOffered()) return;
        const files = readEditorBundle().files();
        for (const [address, content] of files) {
          const target = join(fileURLToPath(dir), address);
          await mkdir(dirname(target), { recursive: true });
          await writeFile(target, content);
        }
        logger.info(`${files.size} files`);
      },
    },
  };
}
