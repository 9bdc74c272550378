import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { calloutLabels, teachingComponents, type TeachingName } from '../model/teaching.ts';
import { asBlocks } from './hast.ts';
import { isHtmlJsx, literalAttributes, teachingNameOf, type HtmlJsx } from './jsx.ts';
import { stateOf } from './state.ts';
import { eachNode } from './walk.ts';

/** Writes teaching components as plain HTML that reads well everywhere: in feeds, in the search index, on paper. */
export function rehypeTeachingStatic() {
  return (tree: Root, file: VFile) => {
    const { features } = stateOf(file);
    eachNode(tree, (node, index, parent) => {
      if (!isHtmlJsx(node)) return undefined;
      const name = teachingNameOf(node);
      if (name === 'Tabs') features.add('tabs');
      if (name === 'Quiz') features.add('quiz');
      const written = name === undefined ? node.children : [withPlace(plainHtml(node, name), node)];
      parent.children.splice(index, 1, ...written);
      return index;
    });
  };
}

function plainHtml(node: HtmlJsx, name: TeachingName): Element {
  const attributes = literalAttributes(node);
  switch (name) {
    case 'Callout': {
      const { type, title } = teachingComponents.Callout.attributes.parse(attributes);
      const head = h('p', { className: ['callout-title'] }, title ?? calloutLabels[type]);
      return h('div', { className: ['callout'], dataType: type }, [head, ...asBlocks(node.children)]);
    }
    case 'Steps':
      return h('div', { className: ['steps'] }, node.children);
    case 'Tabs':
      return h('div', { className: ['tabs'] }, node.children);
    case 'Tab': {
      const { label } = teachingComponents.Tab.attributes.parse(attributes);
      const head = h('p', { className: ['tab-title'] }, [h('strong', label)]);
      return h('section', [head, ...asBlocks(node.children)]);
    }
    case 'Quiz': {
      const { question } = teachingComponents.Quiz.attributes.parse(attributes);
      return quiz(question, node.children.filter(isHtmlJsx));
    }
    case 'Option':
    case 'Explanation':
      return h('div', node.children);
    case 'Video': {
      const { src, href, title } = teachingComponents.Video.attributes.parse(attributes);
      return h('p', [withPlace(h('a', { href: href ?? src ?? '' }, title), node)]);
    }
    case 'Figure': {
      const { src, alt, caption } = teachingComponents.Figure.attributes.parse(attributes);
      const words = caption === undefined ? [] : [h('figcaption', caption)];
      return h('figure', [withPlace(h('img', { src, alt }), node), ...words]);
    }
  }
}

function quiz(question: string, parts: readonly HtmlJsx[]): Element {
  const options = parts.filter((part) => part.name === 'Option');
  const right = options.filter((option) => literalAttributes(option)['correct'] === true);
  const explanation = parts
    .filter((part) => part.name === 'Explanation')
    .flatMap((part) => asBlocks(part.children));
  return h('div', { className: ['quiz'] }, [
    h('p', { className: ['quiz-question'] }, question),
    h('ul', options.map(listItem)),
    h('details', [h('summary', 'Answer'), h('ul', right.map(listItem)), ...explanation]),
  ]);
}

function listItem(option: HtmlJsx): Element {
  return h('li', structuredClone(option.children));
}

function withPlace(element: Element, { position }: Pick<ElementContent, 'position'>): Element {
  return position === undefined ? element : { ...element, position };
}
