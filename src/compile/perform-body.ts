import type { Root } from 'mdast';
import { judgeMarkdown, renderMarkdown, type Judged } from '../markdown/render.ts';
import type { FragmentLink } from '../markdown/state.ts';
import type { BodyFacts } from '../model/post.ts';
import type { Problem } from '../model/problem.ts';
import { digestOf } from '../source/read-content.ts';
import { createContext, withoutFiles, type Dependency, type Surroundings } from './context.ts';

/** One body to judge, and to render when pages are to be made of it. Plain data: it may go to another thread. */
export interface BodyJob {
  /** The file, relative to the content folder. */
  path: string;
  format: 'md' | 'mdx';
  /** The whole text of the file, and where the body starts in it. */
  text: string;
  bodyStart: number;
  bodyLine: number;
  /** For a comment: several bodies share a page. */
  idPrefix?: string;
  /** What is judged as prose: nothing in comments, which are not the author's. */
  prose?: ProseJob;
}

export interface ProseJob {
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

/** Looks at a parsed body and says what it finds, with positions of the file. */
export type Lint = (job: BodyJob, tree: Root) => Omit<Problem, 'file'>[];

export interface Equipment {
  surroundings: Surroundings;
  lint: Lint;
  /** Whether pages will be made: then the HTML is worth its time. */
  render: boolean;
}

/** Judges one body, and renders it when asked to. Never throws on account of an author. */
export function performBody(
  job: BodyJob,
  { surroundings, lint, render }: Equipment,
): { record: BodyRecord; html: string | undefined } {
  const { path, format, text, bodyStart, bodyLine, idPrefix } = job;
  const asked: Dependency[] = [];
  const found: Omit<Problem, 'file'>[] = [];
  // In a page, a remark stands under a heading of level 2 of its own.
  const inThread = idPrefix === undefined ? {} : { idPrefix, headingOffset: 2 };
  const body = text.slice(bodyStart);
  const around = idPrefix === undefined ? surroundings : withoutFiles(surroundings);
  const options = {
    ...{ format, context: createContext(around, path, asked), ...inThread },
    onParsed: (tree: Root) => void found.push(...lint(job, tree)),
  };
  const rendered = render ? renderMarkdown(body, options) : undefined;
  const { fragments, ids, empty, messages }: Judged = rendered ?? judgeMarkdown(body, options);
  const inFile = <Part extends { line: number }>(part: Part): Part => ({
    ...part,
    line: part.line + bodyLine - 1,
  });
  const record: BodyRecord = {
    messages: [
      ...messages.map(({ fix, ...message }) => ({
        ...inFile(message),
        ...(fix !== undefined && {
          fix: fix.kind === 'replace' ? { ...fix, start: inFile(fix.start), end: inFile(fix.end) } : fix,
        }),
      })),
      ...found,
    ],
    fragments: fragments.map(inFile),
    ids,
    empty,
    asked,
    ...(rendered !== undefined && {
      facts: { ...rendered.facts, files: filesIn(asked), digest: digestOf(rendered.html) },
    }),
  };
  return { record, html: rendered?.html };
}

/** The files that a body was given addresses of. */
function filesIn(asked: readonly Dependency[]): string[] {
  const addresses = asked
    .filter(([question]) => question === 'picture' || question === 'attachment')
    .flatMap(([, , answer]) => answer.match(/\/(?:pictures|files)\/[^" ]+/gu) ?? []);
  return [...new Set(addresses)];
}
