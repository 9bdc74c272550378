import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { decoded } from './address.ts';
import { hasClass, textProperty } from './hast.ts';
import { ownIdPrefix } from './rehype-own-ids.ts';
import { startOf, stateOf } from './state.ts';
import { eachElement } from './walk.ts';

/**
 * Leads links within the body to the ids that it has by now, and notes those that lead to none. When bodies share a
 * page, every id and whatever points to it gets the body's own prefix.
 */
export function rehypeParts() {
  return (tree: Root, file: VFile) => {
    const state = stateOf(file);
    const { fragments, idPrefix } = state;
    const ids = idsOf(tree);
    state.shows = hasMedia(tree);
    state.ids = [...ids].map((id) => `${idPrefix}${id}`);
    eachElement(tree, (node) => {
      const { properties } = node;
      const id = textProperty(properties, 'id');
      if (id !== undefined && idPrefix !== '') properties.id = `${idPrefix}${id}`;
      if (properties.ariaDescribedBy !== undefined && idPrefix !== '')
        properties.ariaDescribedBy = [`${idPrefix}footnote-label`];
      const href = textProperty(properties, 'href');
      if (href?.startsWith('#') !== true || hasClass(node, 'anchor')) return;
      const fragment = decoded(href.slice(1));
      const part = [href.slice(1), fragment, `${ownIdPrefix}${fragment}`].find((candidate) =>
        ids.has(candidate),
      );
      if (part !== undefined) properties.href = `#${idPrefix}${part}`;
      else if (fragment !== '') fragments.push({ path: '', fragment, ...startOf(node) });
    });
  };
}

const media = new Set(['img', 'video', 'audio']);

function hasMedia(tree: Root): boolean {
  let found = false;
  eachElement(tree, ({ tagName }) => {
    if (media.has(tagName)) found = true;
  });
  return found;
}

function idsOf(tree: Root): Set<string> {
  const ids = new Set<string>();
  eachElement(tree, ({ properties }) => {
    const id = textProperty(properties, 'id');
    if (id !== undefined) ids.add(id);
  });
  return ids;
}
