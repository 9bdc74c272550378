import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { blocks } from './hast.ts';
import { isMarkdownJsx, literalAttributes, teachingNameOf, type MarkdownJsx } from './jsx.ts';
import { mdxProblems, type MdxProblem } from './mdx-problems.ts';
import { report } from './state.ts';

/** Reports whatever is code or unknown in an `.mdx` body, and takes it out of the tree. */
export function remarkStaticMdx() {
  return (tree: Root, file: VFile) => {
    const refused = new Set<Nodes>();
    for (const { node, problem } of staticProblems(tree)) {
      report(file, problem.at, problem);
      refused.add(node);
    }
    visit(tree, (node, index, parent) => {
      const isRemark = node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';
      if (index === undefined || parent === undefined || !(isRemark || refused.has(node))) return undefined;
      parent.children.splice(index, 1);
      return index;
    });
  };
}

/**
 * Stops at the first thing in an `.mdx` body that is code or unknown, so that no compiler sees it. Astro would also
 * import the file that the frontmatter names as a layout.
 */
export function remarkRefuseCode() {
  return (tree: Root, file: VFile) => {
    if (file.data.astro?.frontmatter?.['layout'] !== undefined)
      file.fail(`${layout.message} ${layout.mend}`, { place: fileStart, ruleId: layout.rule });
    for (const { node, problem } of problemsIn(tree)) {
      file.fail(`${problem.message} ${problem.mend}`, {
        place: problem.at.position ?? node.position,
        ruleId: problem.rule,
      });
    }
  };
}

/** Everything in the tree of an `.mdx` body that is code or unknown. Puts blocks where they belong first. */
export function staticProblems(tree: Root): { node: Nodes; problem: MdxProblem }[] {
  unravel(tree);
  return problemsIn(tree);
}

function problemsIn(tree: Root): { node: Nodes; problem: MdxProblem }[] {
  const found: { node: Nodes; problem: MdxProblem }[] = [];
  const quizzes = new Set<string>();
  const step = (node: Nodes, parents: readonly Nodes[]) => {
    for (const problem of mdxProblems(node, parents)) found.push({ node, problem });
    if (isMarkdownJsx(node) && node.name === 'Quiz') {
      const { id } = literalAttributes(node);
      if (typeof id === 'string' && quizzes.has(id))
        found.push({ node, problem: { at: node, ...secondUse(id) } });
      if (typeof id === 'string') quizzes.add(id);
    }
    if ('children' in node) for (const child of node.children) step(child, [...parents, node]);
  };
  step(tree, []);
  return found;
}

const fileStart = { line: 1, column: 1 };
const layout = {
  rule: 'mdx-code',
  message: 'The frontmatter names a layout, which is code. A post cannot run code.',
  mend: 'Take the line "layout" away.',
};

function secondUse(id: string): Omit<MdxProblem, 'at'> {
  const message = `Two quizzes of this post have the id "${id}".`;
  return { rule: 'mdx-prop', message, mend: 'Give each its own: answers are remembered by it.' };
}

/** Components and block elements on a line of their own are blocks, although the parser puts them into a paragraph. The compiler does the same. */
function unravel(tree: Root): void {
  visit(tree, 'paragraph', (node, index, parent) => {
    if (index === undefined || parent === undefined) return undefined;
    const solid = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    const components = solid.flatMap((child) =>
      child.type === 'mdxJsxTextElement' && standsAlone(child) ? [child] : [],
    );
    if (components.length === 0 || components.length < solid.length) return undefined;
    for (const component of components) Object.assign(component, { type: 'mdxJsxFlowElement' });
    parent.children.splice(index, 1, ...components);
    return [SKIP, index];
  });
}

function standsAlone(node: MarkdownJsx): boolean {
  return teachingNameOf(node) !== undefined || blocks.has(node.name ?? '');
}
