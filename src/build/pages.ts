import type { PathWithRoute } from 'astro';
import { reasonFor, unplanned, wholeKey } from '../plan/page-key.ts';
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
  /** Before the first of them is made. Gives the paths of those that are best made first, in order. */
  planned: (pages: BuiltPages) => Promise<readonly string[]>;
  /** When the file of one of them is written, with what is in it. */
  written: (path: string, page: Buffer) => void;
}

/** Makes the pages with a plan (`plannedPages`) that show something else than in the last build, and all those without. */
export interface PageMaker {
  /** The pages, once they are made. */
  pages: () => BuiltPages;
  /** Why each of them was made: the rest of a sentence that begins with its path. */
  reasons: () => ReadonlyMap<string, string>;
  /** Writes the pages that have to be made. `code` holds a digest of the code of each, by the path of its file. */
  make: (program: PageProgram, code: ReadonlyMap<string, string>) => Promise<void>;
}

/** `site` is the address of the site. */
export function createPageMaker(
  { root, outDir, site }: { root: string; outDir: string; site: () => string },
  files: () => KeptFiles,
  watcher: PageWatcher,
): PageMaker {
  let pages: BuiltPages = { all: [], rendered: [] };
  const reasons = new Map<string, string>();
  const plan = async (program: PageProgram, code: ReadonlyMap<string, string>) => {
    const common = surroundingsKey(root, outDir);
    files().takeAway(unplanned);
    const paths = firstOfEach(await program.paths());
    const made: PageToMake[] = [];
    for (const path of paths) {
      const [file, codeKey, { cacheKey }] = [fileOf(path), code.get(path.route.component), path];
      const isPlanned = cacheKey !== undefined && codeKey !== undefined;
      const key = isPlanned ? wholeKey(common, codeKey, cacheKey) : unplanned;
      const before = files().madeFrom(file);
      if (before === key) files().keep(file, key);
      else {
        reasons.set(file, reasonFor(before, key));
        made.push({ path, file, key });
      }
    }
    pages = { all: paths.map(fileOf), rendered: made.map(({ file }) => file) };
    const first = new Map((await watcher.planned(pages)).map((file, place) => [file, place]));
    const placeOf = ({ file }: PageToMake) => first.get(file) ?? first.size;
    return made.sort((a, b) => placeOf(a) - placeOf(b));
  };
  return {
    pages: () => pages,
    reasons: () => reasons,
    make: async (program, code) => {
      for (const { path, file, key } of await plan(program, code)) {
        const { pathname, route } = path;
        const request = new Request(new URL(addressOf(path), site()));
        const render = async () => {
          const response = await program.render(request, route);
          // A page is made while it is read.
          return Buffer.from(await response.arrayBuffer());
        };
        const made = path.cacheKey === undefined ? render() : asPageUnderWay(pathname, render);
        const page = await made.catch((cause: unknown) => {
          throw new Error(`The page ${pathname} could not be made.`, { cause });
        });
        // The old one stands until here: to take all of them away first and write them then takes three times as long.
        files().write(file, key, page);
        watcher.written(file, page);
      }
    },
  };
}

/** A page that is not there yet as it shall be, with its file and the key of what it is made from. */
interface PageToMake {
  path: PathWithRoute;
  file: string;
  key: string;
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
function fileOf({ pathname, route }: Pick<PathWithRoute, 'pathname' | 'route'>): string {
  const path = pathname.replace(/^\/|\/$/gu, '');
  if (route.type === 'endpoint') return path;
  return path === '404' ? '404.html' : `${path}/index.html`.replace(/^\//u, '');
}

/** As Astro asks for a page. */
function addressOf({ pathname, route }: PathWithRoute): string {
  const path = encodeURI(pathname);
  return route.type === 'endpoint' || path.endsWith('/') ? path : `${path}/`;
}
