import { sharedContentFolder } from '../compile/content-folder.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { pageUnderWay } from '../plan/page-under-way.ts';

/** What this build shows, indexed. Throws while a planned page is rendered: that shows what its plan says, and nothing else. */
export function catalogue(): Catalogue {
  const page = pageUnderWay();
  if (page === undefined) return openCatalogue();
  throw new Error(
    `The page ${page} asks the catalogue while it is rendered, and would stay as it is when the answer changes. Let its plan show the answer; see src/data/planned-pages.ts.`,
  );
}

/** The same for plans and the frame of all pages. */
export function openCatalogue(): Catalogue {
  return sharedContentFolder().catalogue();
}
