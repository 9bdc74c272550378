import powershell from 'highlight.js/lib/languages/powershell';
import type { RootContent } from 'hast';
import { common, createLowlight } from 'lowlight';

const lowlight = createLowlight(common);
lowlight.register({ powershell });

// Nobody reads more than this for its colours, and the grammars are not made for it.
const longest = 20_000;
// Minified data can become a coloured span for every sign, many times the size of the text.
const spansPerSign = 0.25;
const alwaysFine = 2_000;

/** Code as text and spans with class names; undefined when the language is unknown or colours would cost too much. */
export function highlighted(code: string, language: string): RootContent[] | undefined {
  if (code.length > longest || !lowlight.registered(language)) return undefined;
  const { children } = lowlight.highlight(language, code);
  const tooDense = code.length > alwaysFine && countElements(children) > code.length * spansPerSign;
  return tooDense ? undefined : children;
}

function countElements(nodes: readonly RootContent[]): number {
  return nodes.reduce(
    (sum, node) => sum + (node.type === 'element' ? 1 + countElements(node.children) : 0),
    0,
  );
}
