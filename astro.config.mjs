import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { tellCommand } from './src/compile/build-messages.ts';
import { createContext } from './src/compile/context.ts';
import { openContentFolder, shareContentFolder } from './src/compile/content-folder.ts';
import { readSettings } from './src/compile/settings.ts';
import { editorFiles } from './src/integrations/editor-files.ts';
import { pageCode } from './src/integrations/page-code.ts';
import { gate } from './src/integrations/gate.ts';
import { keptOutput } from './src/integrations/kept-output.ts';
import { liveContent } from './src/integrations/live-content.ts';
import { mdxGate } from './src/integrations/mdx-gate.ts';
import { publishedFiles } from './src/integrations/published-files.ts';
import { renderTiming } from './src/integrations/render-timing.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { mdxPlugins } from './src/markdown/plugins.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const settings = readSettings(root, process.env, new Date());
const folder = await openContentFolder(settings, tellCommand);
shareContentFolder(folder);

const code = pageCode(root);
const search = searchIndex(folder, settings);
const output = keptOutput(settings, code.keys, search.watcher);

const contextFor = (/** @type {string} */ file) =>
  createContext(folder.compiled().surroundings, folder.pathOf(file));

export default defineConfig({
  outDir: settings.outDir,
  cacheDir: `${settings.cacheDir}/astro`,
  site: folder.compiled().content.site.url,
  trailingSlash: 'always',
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  markdown: { processor: unified({ gfm: false, smartypants: false }), syntaxHighlight: false },
  integrations: [
    mdxGate(folder, settings.label),
    mdx({ processor: unified({ gfm: false, smartypants: false, ...mdxPlugins({ contextFor }) }) }),
    liveContent(folder),
    publishedFiles(folder, settings, output.files),
    editorFiles(folder),
    gate(folder, output.pages),
    search.integration,
    renderTiming(),
    code,
    output.integration,
  ],
  build: { inlineStylesheets: 'never' },
  // Nothing is inlined: the content security policy allows scripts and styles of our own origin only.
  vite: {
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    server: {
      fs: { allow: [root, folder.dir] },
      // Every page that is looked at writes there, and each file would be named in the terminal of whoever writes.
      watch: { ignored: [(/** @type {string} */ file) => file.startsWith(settings.cacheDir)] },
    },
  },
});
