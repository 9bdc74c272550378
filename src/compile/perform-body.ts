import type { Root } from 'mdast';
import { judgeMarkdown, renderMarkdown, type Judged } from '../markdown/render.ts';
import type { Finding } from '../lint/finding.ts';
import type { Lint } from '../lint/lint.ts';
import type { FragmentLink, Message } from '../markdown/state.ts';
import type { PolicyCollection } from '../model/policy.ts';
import type { BodyFacts } from '../model/post.ts';
import type { Place, Problem } from '../model/problem.ts';
import { digestOf } from '../source/digest.ts';
import { locateIn } from '../source/read-file.ts';
import {
  createContext,
  digestOfAnswer,
  withoutFiles,
  type Asked,
  type Dependency,
  type Surroundings,
} from './context.ts';

/** One body, or one file of data, to judge; bodies are rendered too when pages are to be made. Plain data: it may go to another thread. */
export interface BodyJob {
  /** The file, relative to the content folder. */
  path: string;
  format: 'md' | 'mdx' | 'data';
  /** The whole text of the file, and where the body starts in it. */
  text: string;
  bodyStart: number;
  bodyLine: number;
  /** For a comment: several bodies share a page. */
  idPrefix?: string;
  /** How its words are judged; comments are not the author's to mend. */
  words?: WordsJob;
}

export interface WordsJob {
  collection: PolicyCollection;
  /** A BCP 47 tag. */
  language: string;
  /** Fields of the frontmatter that readers see. */
  fields: readonly { path: readonly (string | number)[]; text: string }[];
}

/** What is remembered of a body. Positions count from the first line of the file. */
export interface BodyRecord {
  messages: Omit<Problem, 'file'>[];
  fragments: FragmentLink[];
  /** Every id in the page: where a fragment may lead. */
  ids: string[];
  /** Whether there is nothing to read. */
  empty: boolean;
  asked: Dependency[];
  /** Present when the body was rendered. Its digest names the HTML in the store. */
  facts?: BodyFacts;
}

export interface Equipment {
  surroundings: Surroundings;
  lint: Lint;
  /** Whether pages will be made: then the HTML is worth its time. */
  render: boolean;
}

interface Done {
  record: BodyRecord;
  /** Of a body that was rendered. */
  html?: string;
}

/** Judges one body or file, and renders it when asked to. Never throws on account of an author. */
export function performBody(job: BodyJob, equipment: Equipment): Done {
  const { text, words, format } = job;
  const { lint } = equipment;
  const inFile = words === undefined ? [] : lint.file({ text, collection: words.collection });
  if (format === 'data') return { record: { ...nothing, messages: inFile } };
  const { record, html } = performMarkdown(job, format, equipment);
  return {
    record: { ...record, messages: [...record.messages, ...inFile] },
    ...(html !== undefined && { html }),
  };
}

const nothing = { fragments: [], ids: [], empty: false, asked: [] };

function performMarkdown(
  job: BodyJob,
  format: 'md' | 'mdx',
  { surroundings, lint, render }: Equipment,
): Done {
  const { path, text, bodyStart, bodyLine, idPrefix, words } = job;
  const asked: Asked = { questions: [], files: new Set() };
  const found: Finding[] = [];
  // In a page, a remark stands under a heading of level 2 of its own.
  const inThread = idPrefix === undefined ? {} : { idPrefix, isRemark: true, headingOffset: 2 };
  const body = text.slice(bodyStart);
  const around = idPrefix === undefined ? surroundings : withoutFiles(surroundings);
  const options = {
    ...{ format, context: createContext(around, path, asked), ...inThread },
    onParsed: (tree: Root) => {
      if (words === undefined) return;
      let locate: ReturnType<typeof locateIn> | undefined;
      const fields = words.fields.map((field) => ({
        text: field.text,
        start: () => startOfField(text, (locate ??= locateIn(path, Buffer.from(text))), field.path),
      }));
      const prose = lint.prose({ body, bodyLine, tree, fields, language: words.language });
      found.push(...prose.findings);
      for (const [question, word, answer] of prose.asked)
        asked.questions.push([question, word, digestOfAnswer(answer)]);
    },
  };
  const rendered = render ? renderMarkdown(body, options) : undefined;
  const { fragments, ids, empty, messages }: Judged = rendered ?? judgeMarkdown(body, options);
  const record: BodyRecord = {
    messages: [...messages.map((message) => inFile(message, bodyLine)), ...found],
    fragments: fragments.map((link) => ({ ...link, line: link.line + bodyLine - 1 })),
    ids,
    empty,
    asked: asked.questions,
    ...(rendered !== undefined && {
      facts: { ...rendered.facts, files: [...asked.files], digest: digestOf(rendered.html) },
    }),
  };
  return { record, ...(rendered !== undefined && { html: rendered.html }) };
}

/** A message of a body, with the lines of its file. */
function inFile({ fix, ...message }: Message, bodyLine: number): Message {
  const lowered = <Part extends { line: number }>(part: Part): Part => ({
    ...part,
    line: part.line + bodyLine - 1,
  });
  if (fix?.kind !== 'replace') return { ...lowered(message), ...(fix !== undefined && { fix }) };
  return { ...lowered(message), fix: { ...fix, start: lowered(fix.start), end: lowered(fix.end) } };
}

/** Where the text of a field starts, behind a quotation mark if there is one. */
function startOfField(
  text: string,
  locate: ReturnType<typeof locateIn>,
  field: readonly (string | number)[],
): Place {
  const { line, column } = locate({ path: field, rule: 'spelling' });
  const sign = text.split('\n')[line - 1]?.charAt(column - 1);
  return { line, column: sign === '"' || sign === "'" ? column + 1 : column };
}
