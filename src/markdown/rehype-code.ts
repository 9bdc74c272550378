import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { isContent, onlyElement, textProperty } from './hast.ts';
import { createHighlighter, type Highlighter } from './highlight.ts';
import { stateOf } from './state.ts';
import { SKIP, eachElement } from './walk.ts';

/** Frames code blocks, titles and colours them, and lets the keyboard scroll them. */
export function rehypeCode() {
  return (tree: Root, file: VFile) => {
    const highlight = createHighlighter();
    eachElement(tree, (node, index, parent) => {
      if (node.tagName !== 'pre') return undefined;
      node.properties.tabIndex = 0;
      const code = onlyElement(node);
      if (code?.tagName !== 'code') return SKIP;
      stateOf(file).features.add('copy');
      colour(code, highlight);
      const title = textProperty(code.properties, 'dataTitle');
      delete code.properties['dataTitle'];
      parent.children[index] = h('div', { className: ['code'] }, [
        ...(title === undefined ? [] : [h('p', { className: ['code-title'] }, title)]),
        node,
      ]);
      return SKIP;
    });
  };
}

function colour(code: Element, highlight: Highlighter): void {
  const { className } = code.properties;
  const named = Array.isArray(className) ? className.map(String) : [];
  const language = named.find((name) => name.startsWith('language-'))?.slice('language-'.length);
  if (language === undefined) return;
  const children = highlight(toString(code), language.toLowerCase());
  if (children !== undefined) code.children = children.filter(isContent);
}
