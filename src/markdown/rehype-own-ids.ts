import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { isSlug } from '../model/slug.ts';
import { report } from './state.ts';
import { eachElement } from './walk.ts';

/** The beginning of every id that does not come from a heading: footnotes have it from the start. */
export const ownIdPrefix = 'user-content-';

/**
 * Judges the ids in a sanitised body. An author's id stays if it is a slug, behind a prefix that keeps it apart from
 * headings and from names that scripts of the page could look up. A second use of an id is dropped. What is dropped is
 * reported.
 */
export function rehypeOwnIds() {
  return (tree: Root, file: VFile) => {
    // By id, the place of its first use: parts of a quiz are in the tree twice.
    const seen = new Map<string, number | undefined>();
    eachElement(tree, (node) => {
      const { properties, position } = node;
      const { id } = properties;
      if (id === undefined) return;
      const kept = typeof id === 'string' ? keptId(id) : undefined;
      if (kept !== undefined && !seen.has(kept)) {
        seen.set(kept, position?.start.offset);
        properties.id = kept;
        return;
      }
      delete properties.id;
      if (kept === undefined || seen.get(kept) !== position?.start.offset)
        reportDropped(node, { id, isSecond: kept !== undefined }, file);
    });
  };
}

function reportDropped(
  node: Element,
  { id, isSecond }: { id: string; isSecond: boolean },
  file: VFile,
): void {
  report(file, node, {
    rule: 'dropped-html',
    message: isSecond
      ? `Another element of this text has the id "${id}" already. The second one would be dropped.`
      : `"${id}" cannot be the id of <${node.tagName}>. It would be dropped.`,
    mend: isSecond
      ? 'Give this one a name of its own.'
      : 'Write it in lower-case letters and digits, with hyphens between words.',
  });
}

function keptId(id: string): string | undefined {
  const isFootnote = id === 'footnote-label' || /^user-content-fn(?:ref)?-[^\s"'<>]+$/u.test(id);
  if (isFootnote) return id;
  const bare = id.startsWith(ownIdPrefix) ? id.slice(ownIdPrefix.length) : id;
  return isSlug(bare) ? `${ownIdPrefix}${bare}` : undefined;
}
