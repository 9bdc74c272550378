import { fileStart, type Position } from './position.ts';
import { readYaml, type YamlDocument, type YamlProblem } from './yaml-document.ts';

/** A Markdown file in its two parts. */
export interface MarkdownFile extends YamlDocument {
  body: string;
  /** The line of the file on which the body starts. */
  bodyLine: number;
}

const opening = /^---[ \t]*\r?\n/u;
const closing = /^---[ \t]*$/mu;

/** Takes frontmatter and body apart. A file without frontmatter, or with one that never ends, is a problem, not an exception. */
export function readMarkdownFile(text: string): MarkdownFile {
  const start = opening.exec(text);
  if (start === null)
    return withoutFrontmatter(text, {
      ...fileStart,
      rule: 'missing-frontmatter',
      message: 'The file does not start with frontmatter.',
      mend: 'Put a line "---" first, then fields such as "title: …", then another line "---".',
    });
  const rest = text.slice(start[0].length);
  const end = closing.exec(rest);
  if (end === null)
    return withoutFrontmatter(text, {
      ...fileStart,
      rule: 'unclosed-frontmatter',
      message: 'The frontmatter that starts here never ends.',
      mend: 'Put a line "---" after its last field.',
    });
  const yaml = rest.slice(0, end.index);
  const body = rest.slice(end.index + end[0].length).replace(/^\r?\n/u, '');
  const document = readYaml(yaml, 2);
  const problems =
    document.problems.length === 0 && !isFields(document.data) ? [notFields] : document.problems;
  return { ...document, problems, body, bodyLine: yaml.split('\n').length + 2 };
}

const notFields: YamlProblem = {
  line: 2,
  column: 1,
  rule: 'malformed-yaml',
  message: 'The frontmatter holds no fields.',
  mend: 'Write one field a line, such as "title: Names that sort".',
};

function isFields(data: unknown): boolean {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function withoutFrontmatter(body: string, problem: YamlProblem): MarkdownFile {
  return { data: undefined, problems: [problem], locate: (): Position => fileStart, body, bodyLine: 1 };
}
