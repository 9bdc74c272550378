import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { loadDictionary } from '../../../src/lint/dictionaries.ts';
import type { Finding } from '../../../src/lint/finding.ts';
import { createNames } from '../../../src/lint/names.ts';
import { passagesOf, type Passage } from '../../../src/lint/passage.ts';
import { createWordRules } from '../../../src/lint/words.ts';
import { remarkWikiLinkSyntax } from '../../../src/markdown/wiki-link-syntax.ts';

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkWikiLinkSyntax).freeze();
const mdx = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkWikiLinkSyntax).freeze();

/** The prose of a Markdown text. */
export function passagesIn(source: string, format: 'md' | 'mdx' = 'md'): Passage[] {
  const tree: Root = (format === 'md' ? markdown : mdx).parse(source);
  return passagesOf(tree, source);
}

const dictionary = loadDictionary();

/** What the rules about words find in a Markdown text, as a report would print it. */
export function wordFindings(
  source: string,
  { words = [] as string[], names = [] as string[], language = 'en-GB' } = {},
): string {
  const rules = createWordRules({ dictionary, words, names: createNames(names) });
  return printed(rules(passagesIn(source), { language }).findings);
}

export function printed(findings: readonly Finding[]): string {
  return findings
    .map(
      ({ line, column, rule, clause, message, mend }) =>
        `${line}:${column}  ${rule}${clause === undefined ? '' : ` (${clause})`}\n  ${message}\n  ${mend}`,
    )
    .join('\n');
}
