import { Lexer } from 'yaml';

/** How deep lists and groups of fields may stand in one another; real ones stand four deep. */
const deepest = 50;

// Several on one line: "- - - a".
const compact = /^(?:[ \t]*[-?:](?=[ \t]))+/gmu;
const indented = /^ +(?=\S)/gmu;
// Each level is indented by a space at least.
const widest = 400;

/**
 * Where a YAML text goes too deep, found before it is parsed: the parser calls itself for every level, and the stack of
 * calls has an end. Undefined when it may be parsed.
 */
export function tooDeepAt(text: string): number | undefined {
  for (const { 0: found, index } of text.matchAll(compact))
    if (found.length > deepest && (found.match(/[-?:]/gu) ?? []).length > deepest) return index;
  for (const { 0: found, index } of text.matchAll(indented)) if (found.length > widest) return index;
  const brackets = text.match(/[[{]/gu) ?? [];
  return brackets.length > deepest ? tooDeepInBrackets(text) : undefined;
}

function tooDeepInBrackets(text: string): number | undefined {
  let [offset, depth] = [0, 0];
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth > deepest) return offset;
    if (!isMark(token)) offset += token.length;
  }
  return undefined;
}

/** Some tokens stand for no sign of the text: the start of a document, of a scalar, and the end of broken brackets. */
function isMark(token: string): boolean {
  return token === '\u0002' || token === '\u0018' || token === '\u001F';
}
