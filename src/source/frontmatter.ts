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

/** Where the fields of a Markdown file stand in its text. */
export interface FrontmatterRange {
  start: number;
  /** Where the line "---" behind them begins. */
  end: number;
  /** Where the body begins. */
  bodyStart: number;
}

/** Undefined for a file without frontmatter, or with one that never ends. */
export function frontmatterRange(text: string): FrontmatterRange | undefined {
  const start = opening.exec(text)?.[0].length;
  const end = start === undefined ? null : closing.exec(text.slice(start));
  if (start === undefined || end === null) return undefined;
  const behind = start + end.index + end[0].length;
  return {
    start,
    end: start + end.index,
    bodyStart: behind + (/^\r?\n/u.exec(text.slice(behind))?.[0].length ?? 0),
  };
}

/** Takes frontmatter and body apart. A file without frontmatter, or with one that never ends, is a problem, not an exception. */
export function readMarkdownFile(text: string): MarkdownFile {
  if (!opening.test(text))
    return withoutFrontmatter(text, {
      ...fileStart,
      rule: 'missing-frontmatter',
      message: 'The file does not start with frontmatter.',
      mend: 'Put a line "---" first, then fields such as "title: …", then another line "---".',
    });
  const range = frontmatterRange(text);
  if (range === undefined)
    return withoutFrontmatter(text, {
      ...fileStart,
      rule: 'unclosed-frontmatter',
      message: 'The frontmatter that starts here never ends.',
      mend: 'Put a line "---" after its last field.',
    });
  const yaml = text.slice(range.start, range.end);
  const document = readYaml(yaml, 2);
  const problems =
    document.problems.length === 0 && !isFields(document.data) ? [notFields] : document.problems;
  return {
    ...document,
    problems,
    body: text.slice(range.bodyStart),
    bodyLine: yaml.split('\n').length + 2,
  };
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
