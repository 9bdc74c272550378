import { sharedContentFolder } from '../compile/content-folder.ts';
import { createCatalogue, type Catalogue } from '../model/catalogue.ts';
import { pageUnderWay } from '../plan/page-under-way.ts';

let last: Catalogue | undefined;

/** What this build shows, indexed. Throws while a planned page is rendered: that shows what its plan says, and nothing else. */
export function catalogue(): Catalogue {
  const page = pageUnderWay();
  if (page === undefined) return openCatalogue();
  throw new Error(
    `The page ${page} asks the catalogue while it is rendered, and would stay as it is when the answer changes. Let its plan show the answer; see src/data/planned-pages.ts.`,
  );
}

/** The same for plans and the frame of all pages. Made once for a build, and again when the content changed meanwhile. */
export function openCatalogue(): Catalogue {
  const folder = sharedContentFolder();
  const { content } = folder.compiled();
  if (last?.source !== content) last = createCatalogue(content, folder.view());
  return last;
}
