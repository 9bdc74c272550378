import type { Root } from 'mdast';
import type { Policy, PolicyCollection } from '../model/policy.ts';
import type { Place } from '../model/problem.ts';
import { loadDictionary, type Dictionary } from './dictionaries.ts';
import type { Finding } from './finding.ts';
import { outlineFindings } from './outline.ts';
import { passageOf, passagesOf, type Passage } from './passage.ts';
import { personalDataIn } from './personal-data.ts';
import { createPolicyRule } from './policy.ts';
import { createNames } from './names.ts';
import { createWordRules, type WordFindings, type WordRules } from './words.ts';

/** What the rules about words need to know of the blog. Plain data. */
export interface LintOptions {
  /** Words that are right here, whatever a dictionary says. */
  words: readonly string[];
  /** Whole names of the blog and of people, which are right as well. */
  names: readonly string[];
  policy: Policy;
}

/** A file as the rules about words look at it. */
export interface LintedFile {
  /** The whole file, frontmatter included. */
  text: string;
  /** Which clauses of the policy are about it. */
  collection: PolicyCollection;
}

/** The prose of a Markdown file. */
export interface LintedProse {
  body: string;
  /** The line of the file on which the body starts. */
  bodyLine: number;
  tree: Root;
  /** Fields that readers see. Where one stands is asked only when something is found in it. */
  fields: readonly { text: string; start: () => Place }[];
  /** A BCP 47 tag. */
  language: string;
}

/** The rules about words. Positions are those of the file. */
export interface Lint {
  file: (file: LintedFile) => Finding[];
  prose: (prose: LintedProse) => WordFindings;
}

// Takes half a second to load: a run without new prose is spared that, and a server that checks at every save needs it once.
let dictionary: Dictionary | undefined;

export function createLint({ words, names, policy }: LintOptions): Lint {
  const policyRule = createPolicyRule(policy);
  let wordRules: WordRules | undefined;
  return {
    file: ({ text, collection }) => [
      ...policyRule(text, collection),
      // How to reach an author is said in public on purpose.
      ...(collection === 'authors' ? [] : personalDataIn(text)),
    ],
    prose: ({ body, bodyLine, tree, fields, language }) => {
      wordRules ??= createWordRules({
        dictionary: (dictionary ??= loadDictionary()),
        words,
        names: createNames(names),
      });
      const passages = passagesOf(tree, body).map((passage) => lowered(passage, bodyLine - 1));
      const all = [...fields.map(fieldPassage), ...passages];
      const { findings, asked } = wordRules(all, { language });
      return { findings: [...findings, ...outlineFindings(all)], asked };
    },
  };
}

function lowered(passage: Passage, lines: number): Passage {
  return {
    ...passage,
    place: (offset) => {
      const { line, column } = passage.place(offset);
      return { line: line + lines, column };
    },
  };
}

function fieldPassage({ text, start }: LintedProse['fields'][number]): Passage {
  const here = passageOf(text, { line: 1, column: 1 });
  return {
    ...here,
    place: (offset) => {
      const [from, within] = [start(), here.place(offset)];
      const column = within.line === 1 ? from.column + within.column - 1 : within.column;
      return { line: from.line + within.line - 1, column };
    },
  };
}
