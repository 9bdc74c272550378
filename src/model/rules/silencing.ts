import type { RuleName } from './rules.ts';

/** One way of writing an exception. */
export interface Exception {
  /** Where it stands, in a whole sentence. */
  place: string;
  language: 'markdown' | 'mdx' | 'yaml';
  source: string;
}

/**
 * The ways of writing that a rule does not hold, with a reason. A rule with clauses has exceptions only for a clause, in
 * the frontmatter, where a reviewer cannot miss them.
 */
export function exceptionsFor(
  rule: RuleName,
  { because = 'REASON', clause = 'CLAUSE' }: { because?: string; clause?: string } = {},
): Exception[] {
  const words = `allow: ${rule} because ${because}`;
  const inClause = rule === 'policy' ? `    clause: ${clause}\n` : '';
  const file: Exception = {
    place: 'For a whole file, in its frontmatter.',
    language: 'yaml',
    source: `allow:\n  - rule: ${rule}\n${inClause}    because: ${because}\n`,
  };
  if (rule === 'policy') return [file];
  const where = 'on the same line or the line before';
  return [
    { place: `In Markdown, ${where}.`, language: 'markdown', source: `<!-- ${words} -->\n` },
    { place: `In an .mdx post, ${where}.`, language: 'mdx', source: `{/* ${words} */}\n` },
    { place: `In a .yml file or in frontmatter, ${where}.`, language: 'yaml', source: `# ${words}\n` },
    file,
  ];
}
