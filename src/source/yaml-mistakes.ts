import { isCollection, isScalar, isSeq, visit, type Document } from 'yaml';
import type { RuleName } from '../model/rules/rules.ts';

interface Explained {
  /** Where it is better shown than where the parser noticed it. */
  at?: number;
  rule: RuleName;
  message: string;
  mend: string;
}

type YamlError = Pick<Document['errors'][number], 'code' | 'message' | 'pos'>;

/** What the YAML parser complains about, in the author's words. */
export function explainYaml({ code, message, pos: [noticed] }: YamlError, document: Document): Explained {
  const malformed = (what: string, mend: string, at = noticed): Explained => {
    return { at, rule: 'malformed-yaml', message: what, mend };
  };
  switch (code) {
    case 'DUPLICATE_KEY':
      return {
        rule: 'duplicate-field',
        message: 'This field is there twice.',
        mend: 'Delete one of the two lines.',
      };
    case 'TAB_AS_INDENT':
      return malformed('This line is indented with a tab.', 'Indent with spaces; YAML does not allow tabs.');
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      if (code === 'BLOCK_AS_IMPLICIT_KEY' && runsOn(noticed, document))
        return malformed(
          'The next line is indented, so that it seems to go on with this one.',
          'Let every field start at the left edge, or as far in as its neighbours.',
        );
      return malformed(
        'This line cannot be read as "field: value".',
        'If the text holds a colon and a space, put quotation marks around it: title: "Search: a start".',
      );
    case 'BAD_SCALAR_START': {
      const sign = message.at(-1) ?? '';
      return malformed(
        `In YAML, a text cannot start with ${sign} by itself.`,
        `Put quotation marks around the whole text: "${sign}…".`,
      );
    }
    case 'BAD_DQ_ESCAPE':
      return malformed(
        `${message.replace(/^.* /u, '')} means nothing between double quotation marks.`,
        'For a backslash that is meant as one, put single quotation marks around the text.',
      );
    case 'UNEXPECTED_TOKEN':
      if (/at node end/u.test(message))
        return malformed(
          'Here stands something behind the end of the value.',
          'Indent the lines of one group alike. If a text holds quotation marks, put others around it: title: \'The "first" day\'.',
        );
      break;
    case 'MISSING_CHAR':
    case 'BAD_INDENT': {
      const opened = openedBefore(noticed, document);
      if (opened === undefined) break;
      return malformed(
        `The ${opened.sign} that stands here is never closed.`,
        `Put ${opened.end} behind the last word that belongs to it.`,
        opened.at,
      );
    }
    default:
  }
  return malformed(
    `This cannot be read as YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.?$/u, '.')}`,
    'Check quotation marks, brackets and indentation on this line and the one before it.',
  );
}

function runsOn(offset: number, { errors }: Document): boolean {
  return errors.some(({ code, pos: [start] }) => code === 'MULTILINE_IMPLICIT_KEY' && start === offset);
}

/** The innermost list in brackets or text in quotation marks that was still open there. */
function openedBefore(
  offset: number,
  document: Document,
): { at: number; sign: string; end: string } | undefined {
  let opened: { at: number; sign: string; end: string } | undefined;
  visit(document, {
    Node: (_key, node) => {
      const [start, end] = node.range ?? [];
      if (start === undefined || end !== offset) return;
      if (isScalar(node) && node.type === 'QUOTE_DOUBLE')
        opened = { at: start, sign: 'quotation mark', end: 'another "' };
      if (isScalar(node) && node.type === 'QUOTE_SINGLE')
        opened = { at: start, sign: 'quotation mark', end: "another '" };
      if (isCollection(node) && node.flow === true)
        opened = { at: start, sign: 'bracket', end: isSeq(node) ? 'a ]' : 'a }' };
    },
  });
  return opened;
}
