import type { Nodes } from 'mdast';
import type { z } from 'zod';
import { teachingComponents, type TeachingComponent } from '../model/teaching.ts';
import { isMarkdownJsx, isWrittenOut, literalAttributes, teachingNameOf, type MarkdownJsx } from './jsx.ts';
import { elementProblems } from './mdx-elements.ts';
import { incomplete } from './mdx-structure.ts';
import type { Placed } from './state.ts';

/** What an `.mdx` body may not hold, and the node that holds it. */
export interface MdxProblem {
  at: Placed;
  rule: 'mdx-code' | 'mdx-component' | 'mdx-prop';
  message: string;
  mend: string;
}

/** What is wrong with one node; its children are judged on their own. `parents` leads from the root to the node. */
export function mdxProblems(node: Nodes, parents: readonly Nodes[]): MdxProblem[] {
  if (node.type === 'mdxjsEsm')
    return [code(node, 'An import or an export is code.', 'Take the line away: components need no import.')];
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    return isOnlyComment(node)
      ? []
      : [
          code(
            node,
            'Braces hold code.',
            'Write the words themselves, or \\{ for a brace that is meant as a brace.',
          ),
        ];
  if (!isMarkdownJsx(node)) return [];
  const name = teachingNameOf(node);
  if (name === undefined) {
    const problems = elementProblems(node);
    // An attribute that does not exist needs no other value.
    const named = new Set(problems.map(({ at }) => at));
    return [...problems, ...codeInAttributes(node).filter(({ at }) => !named.has(at))];
  }
  const lack = incomplete(node, name);
  return [
    ...wrongPlace(node, name, parents),
    ...codeInAttributes(node),
    ...wrongAttributes(node, name),
    ...(lack === undefined ? [] : [{ at: node, rule: 'mdx-component' as const, ...lack }]),
  ];
}

function code(at: Placed, what: string, mend: string): MdxProblem {
  return { at, rule: 'mdx-code', message: `${what} A post cannot run code.`, mend };
}

/** `{/* a remark *\/}` is how a remark is written in this format. */
function isOnlyComment(node: Extract<Nodes, { type: 'mdxFlowExpression' | 'mdxTextExpression' }>): boolean {
  return node.data?.estree?.body.length === 0;
}

function codeInAttributes(node: MarkdownJsx): MdxProblem[] {
  return node.attributes.flatMap((attribute): MdxProblem[] => {
    if (attribute.type === 'mdxJsxExpressionAttribute')
      return [
        code(attribute, 'Braces hold code.', 'Write every attribute out, such as title="Before you start".'),
      ];
    if (isWrittenOut(attribute)) return [];
    const message = `The attribute "${attribute.name}" of <${node.name ?? ''}> holds code. A post cannot run code.`;
    return [
      { at: attribute, rule: 'mdx-prop', message, mend: `Write the value in quotes: ${attribute.name}="…".` },
    ];
  });
}

type Name = keyof typeof teachingComponents;

function wrongPlace(node: MarkdownJsx, name: Name, parents: readonly Nodes[]): MdxProblem[] {
  const parent = parents.at(-1);
  const { inside }: TeachingComponent = teachingComponents[name];
  const within = parent !== undefined && isMarkdownJsx(parent) ? parent.name : null;
  const wrong = (message: string, mend: string): MdxProblem[] => [
    { at: node, rule: 'mdx-component', message, mend },
  ];
  if (parent?.type === 'paragraph' || parent?.type === 'heading')
    return wrong(
      `<${name}> stands in the middle of a line.`,
      'Give it lines of its own, with empty lines around.',
    );
  if (inside !== undefined && within !== inside)
    return wrong(
      `<${name}> stands outside <${inside}>.`,
      `Put it directly between <${inside}> and </${inside}>.`,
    );
  return [];
}

function wrongAttributes(node: MarkdownJsx, name: Name): MdxProblem[] {
  const schema: z.ZodObject = teachingComponents[name].attributes;
  const written = literalAttributes(node);
  const result = schema.safeParse(written);
  if (result.success) return [];
  const known = Object.keys(schema.shape);
  // An attribute that holds code has been named already.
  const coded = new Set(node.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' ? one.name : [])));
  return result.error.issues.flatMap((issue): MdxProblem[] => {
    const attribute = String(issue.code === 'unrecognized_keys' ? issue.keys[0] : (issue.path[0] ?? ''));
    const missing = attribute !== '' && !Object.hasOwn(written, attribute);
    if (missing && coded.has(attribute)) return [];
    const at =
      node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === attribute) ?? node;
    return [
      {
        at: at.position === undefined ? node : at,
        rule: 'mdx-prop',
        ...worded(issue, { name, attribute, missing, known }),
      },
    ];
  });
}

interface Wording {
  name: Name;
  attribute: string;
  missing: boolean;
  known: readonly string[];
}

function worded(issue: z.core.$ZodIssue, { name, attribute, missing, known }: Wording) {
  const allowed =
    known.length === 0 ? `<${name}> has no attributes.` : `Its attributes are ${known.join(', ')}.`;
  if (issue.code === 'unrecognized_keys')
    return { message: `<${name}> has no attribute "${attribute}".`, mend: allowed };
  if (missing) return { message: `<${name}> lacks the attribute "${attribute}".`, mend: allowed };
  if (issue.code === 'invalid_value') {
    const bare = issue.values.includes(true);
    const mend = bare ? 'Write the bare name, without a value.' : `Write one of: ${issue.values.join(', ')}.`;
    return { message: `The value of "${attribute}" of <${name}> is not known.`, mend };
  }
  const what = attribute === '' ? '' : `The attribute "${attribute}" of <${name}> does not fit. `;
  return { message: `${what}${issue.message}`, mend: allowed };
}
