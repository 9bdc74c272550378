import type { ElementContent, RootContent as HastRootContent } from 'hast';
import type { RootContent as MdastRootContent } from 'mdast';
import type {} from 'remark-mdx';
import { isTeachingName, type TeachingName } from '../model/teaching.ts';

/** An element between angle brackets in an `.mdx` body, in the Markdown tree or in the HTML tree. */
export type MarkdownJsx = Extract<MdastRootContent, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
export type HtmlJsx = Extract<ElementContent, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

export function isMarkdownJsx(node: { type: string }): node is MarkdownJsx {
  return isJsxType(node.type);
}

export function isHtmlJsx(node: HastRootContent | { type: 'root' }): node is HtmlJsx {
  return isJsxType(node.type);
}

function isJsxType(type: string): boolean {
  return type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';
}

/** The teaching component that an element is; undefined for an HTML element. */
export function teachingNameOf(node: Pick<HtmlJsx, 'name'>): TeachingName | undefined {
  return node.name !== null && isTeachingName(node.name) ? node.name : undefined;
}

type Attribute = Extract<HtmlJsx['attributes'][number], { type: 'mdxJsxAttribute' }>;

/** Whether the value of an attribute is a text, or the bare name stands for yes. */
export function isWrittenOut(
  attribute: Attribute,
): attribute is Attribute & { value?: string | null | undefined } {
  return typeof attribute.value !== 'object' || attribute.value === null;
}

/** The attributes that are written out: a text, or true for a bare name. Code is left out. */
export function literalAttributes(node: Pick<HtmlJsx, 'attributes'>): Record<string, string | true> {
  const literal: Record<string, string | true> = {};
  for (const attribute of node.attributes)
    if (attribute.type === 'mdxJsxAttribute' && isWrittenOut(attribute))
      literal[attribute.name] = attribute.value ?? true;
  return literal;
}
