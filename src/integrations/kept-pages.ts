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

interface Plan {
  pages: BuiltPages;
  /** What each page that has a plan is made from, by the path of its file. */
  keys: ReadonlyMap<string, string>;
}

/**
 * Keeps the pages of the last build that would come out the same: those with a plan (`plannedPages`) that show the same,
 * made by the same code. Everything else in the output is made again. Stands last, because it notes how the output is left.
 */
export function keptPages(
  { root, outDir, cacheDir }: Settings,
  codeOf: () => ReadonlyMap<string, string>,
): AstroIntegration & { built: () => BuiltPages } {
  let files: KeptFiles | undefined;
  let plan: Plan = { pages: { all: [], rendered: [] }, keys: new Map() };
  return {
    name: 'watercooler-kept-pages',
    built: () => plan.pages,
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ vite: { build: { emptyOutDir: false } } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const kept = openKeptFiles(outDir, join(cacheDir, `output-${digestOf(outDir)}.json`));
        files = kept;
        setPrerenderer((usual) => {
          const planned = (paths: PathWithRoute[]) => {
            const common = surroundingsKey(root, outDir);
            const keys = keysOf(paths, (component) => `${common}.${codeOf().get(component) ?? ''}`);
            const stays = (file: string) => keys.has(file) && kept.keyOf(file) === keys.get(file);
            const all = paths.map(fileOf);
            kept.keepOnly(new Set(all.filter(stays)));
            plan = { pages: { all, rendered: all.filter((file) => !stays(file)) }, keys };
            return paths.filter((path) => !stays(fileOf(path)));
          };
          return keeping(usual, planned, (file) => plan.keys.has(file));
        });
      },
      'astro:build:done': ({ logger }) => {
        files?.save(plan.keys);
        const pages = (files: readonly string[]) => files.filter((file) => file.endsWith('.html')).length;
        const { all, rendered } = plan.pages;
        logger.info(`${pages(all)} pages, of which ${pages(rendered)} were made anew`);
      },
    },
  };
}

/** The usual prerenderer, of the pages that have to be made. */
function keeping(
  usual: AstroPrerenderer,
  toMake: (paths: PathWithRoute[]) => PathWithRoute[],
  isPlanned: (file: string) => boolean,
): AstroPrerenderer {
  return {
    name: 'watercooler',
    setup: () => usual.setup?.() ?? Promise.resolve(),
    getStaticPaths: async () => toMake(firstOfEach(await usual.getStaticPaths())),
    render: async (request, options) => {
      const pathname = decodeURI(new URL(request.url).pathname);
      const render = async () => {
        const rendered = await usual.render(request, options);
        const response = rendered instanceof Response ? rendered : rendered.response;
        // A page is made while it is read.
        return response.body === null ? response : new Response(await response.arrayBuffer(), response);
      };
      const file = fileOf({ pathname, route: options.routeData });
      return isPlanned(file) ? asPageUnderWay(pathname, render) : render();
    },
    teardown: () => usual.teardown?.() ?? Promise.resolve(),
  };
}

function keysOf(paths: readonly PathWithRoute[], codeOf: (component: string) => string): Map<string, string> {
  return new Map(
    paths.flatMap((path): [string, string][] =>
      path.cacheKey === undefined ? [] : [[fileOf(path), `${codeOf(path.route.component)}.${path.cacheKey}`]],
    ),
  );
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
