import type { Catalogue } from '../model/catalogue.ts';
import { frameKey, pageKey } from '../plan/page-key.ts';
import { openCatalogue } from './catalogue.ts';
import { siteFrame } from './frame.ts';

/** What JSON says whole, so that a digest of it leaves nothing out. */
type Plain<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends NotPlain
    ? never
    : Value extends object
      ? { [Key in keyof Value]: Plain<Value[Key]> }
      : never;
type NotPlain =
  ((...args: never[]) => unknown) | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | Date | URL;

/** A page of a route: its parameters, and what it is about. */
export interface PlannedPage<About> {
  params: Record<string, string | undefined>;
  about: About;
}

interface PlannedPages<About, Shown> {
  /** For `getStaticPaths`. A build that comes to the same key as the one before keeps the page that it has. */
  paths: () => { params: PlannedPage<About>['params']; props: { about: About }; cacheKey?: string }[];
  /** Everything that a page shows besides the frame that all pages share. */
  shown: (props: { about: About }) => Shown;
}

/**
 * The pages of a route, each with everything that it shows. A page is made again when that changes, or the code of its
 * route. While it is rendered the catalogue is closed to it, so that it cannot show anything else.
 */
export function plannedPages<About, Shown extends object>(
  pages: (all: Catalogue) => PlannedPage<About>[],
  shownOn: (all: Catalogue, about: About) => Shown & Plain<Shown>,
): PlannedPages<About, Shown> {
  return {
    paths: () => {
      const all = openCatalogue();
      const frame = frameKey(siteFrame());
      return pages(all).map(({ params, about }) => ({
        params,
        props: { about },
        // While authors write, a page is made when somebody looks at it.
        ...(import.meta.env.PROD && { cacheKey: pageKey(frame, shownOn(all, about)) }),
      }));
    },
    shown: ({ about }) => shownOn(openCatalogue(), about),
  };
}
