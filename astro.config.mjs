import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { openBuild } from './src/build/build.ts';
import { createContext } from './src/compile/context.ts';
import { readSettings } from './src/compile/settings.ts';
import { bundlePages } from './src/integrations/bundled-program.ts';
import { editorFiles } from './src/integrations/editor-files.ts';
import { keptOutput } from './src/integrations/kept-output.ts';
import { liveContent } from './src/integrations/live-content.ts';
import { mdxGate } from './src/integrations/mdx-gate.ts';
import { publishedFiles } from './src/integrations/published-files.ts';
import { mdxPlugins } from './src/markdown/plugins.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const build = await openBuild(readSettings(root, process.env, new Date()));
const { settings, folder } = build;
const pages = bundlePages(root);

const contextFor = (/** @type {string} */ file) =>
  createContext(folder.compiled().surroundings, folder.pathOf(file));

const unwatched = [
  ...[folder.dir, settings.cacheDir, settings.outDir],
  ...['.cache', 'tests'].map((name) => join(root, name)),
];
const isWithin = (/** @type {string} */ dir) => (/** @type {string} */ file) =>
  file === dir || file.startsWith(dir + sep);

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
    publishedFiles(folder, settings),
    editorFiles(folder),
    pages.integration,
    keptOutput(build, pages.bundled),
  ],
  build: { inlineStylesheets: 'never' },
  // Nothing is inlined: the content security policy allows scripts and styles of our own origin only.
  vite: {
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    server: {
      fs: { allow: [root, folder.dir] },
      // Every file that is watched takes its time at each start. The content is watched by liveContent; what is written into the
      // caches would be named in the terminal of whoever writes.
      watch: { ignored: unwatched.map(isWithin) },
    },
  },
});
