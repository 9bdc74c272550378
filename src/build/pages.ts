import type { PathWithRoute, RouteData } from 'astro';
import { asPageUnderWay } from '../plan/page-under-way.ts';
import type { KeptFiles } from '../plan/kept-files.ts';
import { surroundingsKey } from '../plan/surroundings-key.ts';
import type { PageProgram } from './program.ts';

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

/** Makes the pages with a plan (`plannedPages`) that show something else than in the last build, and all those without. */
export interface PageMaker {
  /** The pages, once they are planned. */
  pages: () => BuiltPages;
  /** The pages that have to be made. `code` holds a digest of the code of each, by the path of its file. */
  toMake: (program: PageProgram, code: ReadonlyMap<string, string>) => Promise<PathWithRoute[]>;
  /** Makes one of them. */
  make: (program: PageProgram, request: Request, routeData: RouteData) => Promise<Response>;
}

// The key of pages that say nothing of what they show.
const unplanned = 'unplanned';

export function createPageMaker(
  { root, outDir }: { root: string; outDir: string },
  files: () => KeptFiles,
  watcher: PageWatcher,
): PageMaker {
  const planned = new Set<string>();
  let pages: BuiltPages = { all: [], rendered: [] };
  return {
    pages: () => pages,
    toMake: async (program, code) => {
      const common = surroundingsKey(root, outDir);
      const stays = ({ cacheKey, ...path }: PathWithRoute) => {
        const codeKey = code.get(path.route.component);
        const plan =
          cacheKey === undefined || codeKey === undefined ? unplanned : `${common}.${codeKey}.${cacheKey}`;
        return files().keep(fileOf(path), plan);
      };
      files().takeAway(unplanned);
      const paths = firstOfEach(await program.paths());
      const made = paths.filter((path) => !stays(path));
      for (const path of made) if (path.cacheKey !== undefined) planned.add(fileOf(path));
      pages = { all: paths.map(fileOf), rendered: made.map(fileOf) };
      await watcher.planned(pages);
      return made;
    },
    make: async (program, request, route) => {
      const pathname = decodeURI(new URL(request.url).pathname);
      const file = fileOf({ pathname, route });
      const render = async () => {
        const response = await program.render(request, route);
        if (response.body === null) return response;
        // A page is made while it is read.
        const bytes = Buffer.from(await response.arrayBuffer());
        watcher.made(file, bytes.toString());
        return new Response(bytes, response);
      };
      return planned.has(file) ? asPageUnderWay(pathname, render) : render();
    },
  };
}

/** Where two routes have a page of the same path, that of the first is made. */
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
export function fileOf({ pathname, route }: Pick<PathWithRoute, 'pathname' | 'route'>): string {
  const path = pathname.replace(/^\/|\/$/gu, '');
  if (route.type === 'endpoint') return path;
  return path === '404' ? '404.html' : `${path}/index.html`.replace(/^\//u, '');
}
