import { bodyRules } from './body-rules.ts';
import { fieldRules } from './field-rules.ts';
import { fileRules } from './file-rules.ts';
import type { Rule } from './rule.ts';
import { wordRules } from './word-rules.ts';

const all = { ...fileRules, ...fieldRules, ...bodyRules, ...wordRules };

/** The permanent name of a rule. */
export type RuleName = keyof typeof all;

/** Every rule of the check, by name. The reference and the write page are made from it. */
export const rules: Readonly<Record<RuleName, Rule>> = all;

export const ruleNames = (Object.keys(all) as RuleName[]).sort();

export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(all, name);
}

/** The rules as a reader looks for them: by what they are about. */
export const ruleThemes: readonly RuleTheme[] = [
  { id: 'files', title: 'Files and their names', rules: namesOf(fileRules) },
  { id: 'fields', title: 'Fields, topics and people', rules: namesOf(fieldRules) },
  { id: 'text', title: 'Links, pictures, headings and components', rules: namesOf(bodyRules) },
  { id: 'words', title: 'Words', rules: namesOf(wordRules) },
];

export interface RuleTheme {
  id: string;
  title: string;
  rules: readonly RuleName[];
}

function namesOf(part: Partial<Record<RuleName, Rule>>): RuleName[] {
  return Object.keys(part).filter(isRuleName);
}
