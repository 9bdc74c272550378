import type { AstroIntegration } from 'astro';
import type { ContentFolder } from '../compile/content-folder.ts';
import { readEditorBundle, type EditorBundle } from '../compile/editor-bundle.ts';
import { hasEditor } from '../model/forge.ts';
import { editorPermalink } from '../model/permalink.ts';

const types: Record<string, string> = {
  js: 'text/javascript',
  json: 'application/json',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
};

/** While authors write, serves the editor for the browser, where the forge can take what it writes. */
export function editorFiles(folder: ContentFolder): AstroIntegration {
  return {
    name: 'watercooler-editor',
    hooks: {
      'astro:server:setup': ({ server }) => {
        let files: ReturnType<EditorBundle['files']> | undefined;
        server.middlewares.use((request, response, next) => {
          const [address = ''] = (request.url ?? '').split('?');
          const isFile = /\.\w+$/u.test(address) && address.startsWith(editorPermalink);
          const isOffered = hasEditor(folder.compiled().content.site.forge);
          const content =
            isFile && isOffered ? (files ??= readEditorBundle().files()).get(address) : undefined;
          if (content === undefined) {
            next();
            return;
          }
          response.setHeader(
            'Content-Type',
            types[address.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
          );
          response.end(content());
        });
      },
    },
  };
}
