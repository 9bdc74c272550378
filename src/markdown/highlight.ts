import powershell from 'highlight.js/lib/languages/powershell';
import type { RootContent } from 'hast';
import { common, createLowlight } from 'lowlight';

const lowlight = createLowlight(common);
lowlight.register({ powershell });

// Nobody reads more than this for its colours, and the grammars are not made for it.
const longest = 8_000;
// Some grammars take the square of the length: four of the longest blocks, or hundreds of ordinary ones.
const mostWork = 4 * longest ** 2;
// Minified data can become a coloured span for every sign, many times the size of the text.
const spansPerSign = 0.25;
const alwaysFine = 2_000;

export type Highlighter = (code: string, language: string) => RootContent[] | undefined;

/**
 * Colours the code of one body: text and spans with class names, or undefined when the language is unknown or colours
 * would cost too much.
 */
export function createHighlighter(): Highlighter {
  let work = 0;
  return (code, language) => {
    if (code.length > longest || !lowlight.registered(language)) return undefined;
    work += code.length ** 2;
    if (work > mostWork) return undefined;
    const { children } = lowlight.highlight(language, code);
    const tooDense = code.length > alwaysFine && countElements(children) > code.length * spansPerSign;
    return tooDense ? undefined : children;
  };
}

function countElements(nodes: readonly RootContent[]): number {
  return nodes.reduce(
    (sum, node) => sum + (node.type === 'element' ? 1 + countElements(node.children) : 0),
    0,
  );
}
