import { h } from 'hastscript';
import { teachingNames } from '../model/teaching.ts';
import type { MarkdownJsx } from './jsx.ts';
import type { MdxProblem } from './mdx-problems.ts';
import { sanitiseSchema } from './sanitise-schema.ts';

/** What is wrong with an element that is no component: its name, or attributes that the sanitiser would not keep. */
export function elementProblems(node: MarkdownJsx): MdxProblem[] {
  const name = node.name ?? '';
  return sanitiseSchema.tagNames?.includes(name) === true
    ? unknownAttributes(node, name)
    : [unknownElement(node, name)];
}

function unknownElement(node: MarkdownJsx, name: string): MdxProblem {
  return {
    at: node,
    rule: 'mdx-component',
    message:
      name === '' ? 'An element needs a name.' : `There is no component and no element "${name}" for posts.`,
    mend: `The components are ${teachingNames.join(', ')}.`,
  };
}

/** Directives such as `set:html`, event handlers, slots, styles: whatever the page would not show is said. */
function unknownAttributes(node: MarkdownJsx, tagName: string): MdxProblem[] {
  return node.attributes.flatMap((attribute): MdxProblem[] => {
    if (attribute.type !== 'mdxJsxAttribute' || isKnown(attribute.name, tagName)) return [];
    const message = `<${tagName}> has no attribute "${attribute.name}" in a post.`;
    return [{ at: attribute, rule: 'mdx-prop', message, mend: 'Take the attribute away.' }];
  });
}

function isKnown(attribute: string, tagName: string): boolean {
  const property = propertyOf(attribute);
  return [tagName, '*'].some((owner) =>
    sanitiseSchema.attributes?.[owner]?.some(
      (known) => (typeof known === 'string' ? known : known[0]) === property,
    ),
  );
}

/** `className` for `class`: how the tree calls an attribute. */
function propertyOf(attribute: string): string {
  const [property = attribute] = Object.keys(h('a', { id: null, [attribute]: '' }, []).properties);
  return property;
}
