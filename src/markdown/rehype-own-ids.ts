import type { Root } from 'hast';
import { isSlug } from '../model/slug.ts';
import { eachElement } from './walk.ts';

/** The beginning of every id that does not come from a heading: footnotes have it from the start. */
export const ownIdPrefix = 'user-content-';

/**
 * Judges the ids in a sanitised body. An author's id stays if it is a slug, behind a prefix that keeps it apart from
 * headings and from names that scripts of the page could look up. A second use of an id is dropped.
 */
export function rehypeOwnIds() {
  return (tree: Root) => {
    const seen = new Set<string>();
    eachElement(tree, ({ properties }) => {
      const { id } = properties;
      if (id === undefined) return;
      const kept = typeof id === 'string' ? keptId(id) : undefined;
      if (kept === undefined || seen.has(kept)) delete properties.id;
      else {
        seen.add(kept);
        properties.id = kept;
      }
    });
  };
}

function keptId(id: string): string | undefined {
  const isFootnote = id === 'footnote-label' || /^user-content-fn(?:ref)?-[^\s"'<>]+$/u.test(id);
  if (isFootnote) return id;
  const bare = id.startsWith(ownIdPrefix) ? id.slice(ownIdPrefix.length) : id;
  return isSlug(bare) ? `${ownIdPrefix}${bare}` : undefined;
}
