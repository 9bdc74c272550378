import { sharedContentFolder } from '../compile/content-folder.ts';
import { createCatalogue, type Catalogue } from '../model/catalogue.ts';

let last: Catalogue | undefined;

/** What this build shows, indexed. Made once for a build, and again whenever the content changed while authors write. */
export function catalogue(): Catalogue {
  const folder = sharedContentFolder();
  const { content } = folder.compiled();
  if (last?.source !== content) last = createCatalogue(content, folder.view());
  return last;
}
