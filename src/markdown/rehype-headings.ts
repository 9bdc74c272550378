import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { textProperty } from './hast.ts';
import { frameIds } from './frame-ids.ts';
import { reportHeadings, type WrittenHeading } from './heading-problems.ts';
import { stateOf } from './state.ts';
import { SKIP, eachElement } from './walk.ts';

// The anchor of a heading is many times longer than `## a`: a body of nothing but headings must not become a huge page.
const mostAnchors = 200;
// A box may stand here; in a summary or a cell of a definition list it may not.
const roomy = new Set(['blockquote', 'dd', 'details', 'div', 'li', 'section', 'td']);

/**
 * Gives headings the ids that GitHub would give them, and a link to themselves. The title of the page is its only
 * heading of level 1. In bodies that share a page there are no such links, and levels are shifted down.
 */
export function rehypeHeadings() {
  return (tree: Root, file: VFile) => {
    const { headings, idPrefix, headingOffset } = stateOf(file);
    const slugger = reservedSlugger(tree);
    const outline: WrittenHeading[] = [];
    let anchors = 0;
    eachElement(tree, (node, index, parent) => {
      const written = levelOf(node);
      if (written === undefined) return undefined;
      const depth = Math.min(6, Math.max(2, written + headingOffset));
      node.tagName = `h${String(depth)}`;
      // The label of the footnotes is no part of the text.
      if (parent.type === 'element' && parent.properties['dataFootnotes'] !== undefined) return SKIP;
      const text = toString(node).replace(/\s+/gu, ' ').trim();
      outline.push({ level: written, text, node });
      if (text === '') {
        parent.children.splice(index, 1);
        return index;
      }
      const id = textProperty(node.properties, 'id') ?? slugOf(text, slugger);
      node.properties.id = id;
      if (depth <= 3) headings.push({ depth, id, text });
      if (depth > 4 || idPrefix !== '' || anchors >= mostAnchors) return SKIP;
      if (parent.type === 'element' && !roomy.has(parent.tagName)) return SKIP;
      anchors += 1;
      const label = `Link to the section “${text}”`;
      const anchor = h('a', { className: ['anchor'], href: `#${id}`, ariaLabel: label }, '#');
      parent.children[index] = h('div', { className: ['heading'] }, [node, anchor]);
      return SKIP;
    });
    if (headingOffset === 0) reportHeadings(outline, file);
  };
}

function levelOf(node: Element): number | undefined {
  const match = /^h([1-6])$/u.exec(node.tagName);
  return match === null ? undefined : Number(match[1]);
}

/** A slugger that gives out no id of the page's frame, and none that the body already has. */
function reservedSlugger(tree: Root): GithubSlugger {
  const slugger = new GithubSlugger();
  for (const id of frameIds) slugger.slug(id);
  eachElement(tree, ({ properties }) => {
    const id = textProperty(properties, 'id');
    if (id !== undefined) slugger.slug(id);
  });
  return slugger;
}

function slugOf(text: string, slugger: GithubSlugger): string {
  // A heading of nothing but signs has no slug on GitHub either, but a link needs one.
  return slugger.slug(/[\p{Letter}\p{Number}]/u.test(text) ? text : 'section');
}
