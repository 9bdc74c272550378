import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';
import { join } from 'node:path';
import type { Settings } from '../compile/settings.ts';
import { openKeptFiles, type KeptFiles } from '../plan/kept-files.ts';
import { asPageUnderWay } from '../plan/page-under-way.ts';
import { surroundingsKey } from '../plan/surroundings-key.ts';
import { digestOf } from '../source/digest.ts';

/** The pages of a build, by the paths of their files in the output: `posts/drift/index.html`. */
export interface BuiltPages {
  all: readonly string[];
  /** Those that this build has made; the others are as the last build left them. */
  rendered: readonly string[];
}

/** Hears of the pages of a build. */
export interface PageWatcher {
  /** Before the first of them is made. */
  planned: (pages: BuiltPages) => Promise<void>;
  /** When one of them is made, before its file is written. */
  made: (path: string, text: string) => void;
}

/** The output of a build, of which some files stay from the last one. */
export interface KeptOutput {
  integration: AstroIntegration;
  /** The pages, once they are made. */
  pages: () => BuiltPages;
  /** The files, while a build is under way. */
  files: () => KeptFiles;
}

/**
 * Keeps the files of the last build that would come out the same, among them the pages with a plan (`plannedPages`) that show
 * the same, made by the same code. Everything else in the output is made again. The integration stands last, because it notes
 * how the output is left.
 */
export function keptOutput(
  { root, outDir, cacheDir }: Settings,
  codeOf: () => ReadonlyMap<string, string>,
  watcher: PageWatcher,
): KeptOutput {
  let files: KeptFiles | undefined;
  let pages: BuiltPages = { all: [], rendered: [] };
  const opened = () => {
    if (files === undefined) throw new Error('The output is asked for files before the build has started.');
    return files;
  };
  /** The pages that have to be made. */
  const toMake = async (paths: readonly PathWithRoute[]) => {
    const common = surroundingsKey(root, outDir);
    const stays = ({ cacheKey, ...path }: PathWithRoute) => {
      const code = codeOf().get(path.route.component);
      if (cacheKey === undefined || code === undefined) return false;
      return opened().keep(fileOf(path), `${common}.${code}.${cacheKey}`);
    };
    const made = paths.filter((path) => !stays(path));
    pages = { all: paths.map(fileOf), rendered: made.map(fileOf) };
    await watcher.planned(pages);
    return made;
  };
  return {
    pages: () => pages,
    files: opened,
    integration: {
      name: 'watercooler-kept-output',
      hooks: {
        'astro:config:setup': ({ command, updateConfig }) => {
          if (command === 'build') updateConfig({ vite: { build: { emptyOutDir: false } } });
        },
        'astro:build:start': ({ setPrerenderer }) => {
          files = openKeptFiles(outDir, join(cacheDir, `output-${digestOf(outDir)}.json`));
          setPrerenderer((usual) => keeping(usual, toMake, watcher));
        },
        'astro:build:done': ({ logger }) => {
          opened().finish();
          const count = (paths: readonly string[]) => paths.filter((path) => path.endsWith('.html')).length;
          logger.info(`${count(pages.all)} pages, of which ${count(pages.rendered)} were made anew`);
        },
      },
    },
  };
}

/** The usual prerenderer, of the pages that have to be made. */
function keeping(
  usual: AstroPrerenderer,
  toMake: (paths: readonly PathWithRoute[]) => Promise<PathWithRoute[]>,
  watcher: PageWatcher,
): AstroPrerenderer {
  const planned = new Set<string>();
  return {
    name: 'watercooler',
    setup: () => usual.setup?.() ?? Promise.resolve(),
    getStaticPaths: async () => {
      const paths = await toMake(firstOfEach(await usual.getStaticPaths()));
      for (const path of paths) if (path.cacheKey !== undefined) planned.add(fileOf(path));
      return paths;
    },
    render: async (request, options) => {
      const pathname = decodeURI(new URL(request.url).pathname);
      const file = fileOf({ pathname, route: options.routeData });
      const render = async () => {
        const rendered = await usual.render(request, options);
        const response = rendered instanceof Response ? rendered : rendered.response;
        if (response.body === null) return response;
        // A page is made while it is read.
        const bytes = Buffer.from(await response.arrayBuffer());
        watcher.made(file, bytes.toString());
        return new Response(bytes, response);
      };
      return planned.has(file) ? asPageUnderWay(pathname, render) : render();
    },
    teardown: () => usual.teardown?.() ?? Promise.resolve(),
  };
}

/** Where two routes have a page of the same path, Astro makes that of the first. */
function firstOfEach(paths: readonly PathWithRoute[]): PathWithRoute[] {
  const seen = new Set<string>();
  return paths.filter((path) => {
    const file = fileOf(path);
    const isFirst = !seen.has(file);
    seen.add(file);
    return isFirst;
  });
}

/** The file of a page, relative to the output, with forward slashes. */
function fileOf({ pathname, route }: Pick<PathWithRoute, 'pathname' | 'route'>): string {
  const path = pathname.replace(/^\/|\/$/gu, '');
  if (route.type === 'endpoint') return path;
  return path === '404' ? '404.html' : `${path}/index.html`.replace(/^\//u, '');
}
