import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Alias,
  type Document,
} from 'yaml';
import { explainYaml } from './yaml-mistakes.ts';
import type { FieldProblem } from '../model/field-problem.ts';
import type { RuleName } from '../model/rules/rules.ts';
import { readPlainFields } from './plain-fields.ts';
import { fileStart, type Position } from './position.ts';
import { tooDeepAt } from './yaml-depth.ts';

/** A mistake in the YAML itself, at a place in the file. */
export interface YamlProblem extends Position {
  rule: RuleName;
  message: string;
  mend: string;
}

export interface YamlDocument {
  /** What the YAML says; undefined when it cannot be read. */
  data: unknown;
  problems: YamlProblem[];
  /** Where a problem with a field is best shown: at the value, at an unknown field's name, or at what encloses a missing one. */
  locate: (problem: Pick<FieldProblem, 'path' | 'rule'>) => Position;
}

// Aliases multiply: ten lines of them can stand for a billion values.
const mostAliases = 20;

/**
 * YAML 1.2 with the positions of everything in it. Dates stay text, keys are unique, aliases are few.
 * `firstLine` is the line of the file on which the text starts.
 */
export function readYaml(text: string, firstLine = 1): YamlDocument {
  const plain = readPlainFields(text);
  if (plain === undefined) return parseYaml(text, firstLine);
  let parsed: YamlDocument | undefined;
  return {
    data: plain,
    problems: [],
    locate: (problem) => (parsed ??= parseYaml(text, firstLine)).locate(problem),
  };
}

/** What the parser of YAML makes of a text. */
export function parseYaml(text: string, firstLine = 1): YamlDocument {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return tooDeep(text.slice(0, deep), firstLine);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const errors = document.errors.map((error) => {
    const { at = error.pos[0], ...explained } = explainYaml(error, document);
    return { ...place(at), ...explained };
  });
  // What the parser says about the rest of a line, it says because of the start.
  const first = errors.filter(
    ({ line }, index) => errors.findIndex((other) => other.line === line) === index,
  );
  const problems = first.length > 0 ? first : aliasProblems(document, place);
  return {
    // The aliases are counted already; the count that the package keeps would throw.
    data: problems.length === 0 ? document.toJS({ maxAliasCount: -1 }) : undefined,
    problems,
    locate: (problem) => {
      const offset = offsetOf(document, problem);
      return offset === undefined ? fileStart : place(offset);
    },
  };
}

function tooDeep(before: string, firstLine: number): YamlDocument {
  const line = before.split('\n').length + firstLine - 1;
  const problem: YamlProblem = {
    ...{ line, column: before.length - before.lastIndexOf('\n') },
    rule: 'too-deep',
    message:
      'Here lists and groups of fields stand in one another, far deeper than any file of a blog needs.',
    mend: 'Write one field a line, such as "title: Names that sort".',
  };
  return { data: undefined, problems: [problem], locate: () => fileStart };
}

function aliasProblems(document: Document, place: (offset: number) => Position): YamlProblem[] {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_key, alias) => void aliases.push(alias) });
  const at = (alias: Alias | undefined) => place(alias?.range?.[0] ?? 0);
  if (aliases.length > mostAliases)
    return [
      {
        ...at(aliases[mostAliases]),
        rule: 'too-many-aliases',
        message: `There are more than ${mostAliases} YAML aliases, such as *name, in this file.`,
        mend: 'Write the values out.',
      },
    ];
  return aliases
    .filter((alias) => alias.resolve(document) === undefined)
    .map((alias) => ({
      ...at(alias),
      rule: 'malformed-yaml',
      message: `"*${alias.source}" is a YAML alias, and nothing in this file has that name.`,
      mend: 'If the text starts with a star, put quotation marks around it: title: "*Important*".',
    }));
}

function offsetOf(
  document: Document,
  { path, rule }: Pick<FieldProblem, 'path' | 'rule'>,
): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const [index, part] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (!isPair(pair)) return offset;
      const atName = rule === 'unknown-field' && index === path.length - 1;
      offset = startOf(atName ? pair.key : pair.value) ?? startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      offset = startOf(node) ?? offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  if (!isNode(node) || node.range === null || node.range === undefined) return undefined;
  const [start, end] = node.range;
  return start === end ? undefined : start;
}
