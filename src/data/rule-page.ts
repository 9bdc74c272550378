import { ruleNames, rules, type RuleName } from '../model/rules/rules.ts';
import { exceptionsFor } from '../model/rules/silencing.ts';
import { plannedPages } from './planned-pages.ts';
import { codeBlock } from './write-samples.ts';

// What is shown is made of code and of the name alone; the highlighted examples would take long to compare.
export const rulePages = plannedPages(
  () => ruleNames.map((rule) => ({ params: { rule }, about: rule })),
  (_all, rule) => ({ rule }),
);

/** What a severity means to an author, in a word and in a sentence. */
export const severities = {
  error: { word: 'Error', meaning: 'While it is there, nothing is published.' },
  advice: { word: 'Advice', meaning: 'It keeps nothing from being published.' },
} as const;

/** Everything that the page of a rule shows. Code comes as HTML. */
export function rulePage(name: RuleName) {
  const { severity, finds, because, wrong, right, silenceable } = rules[name];
  return {
    ...severities[severity],
    finds,
    because,
    wrong: wrong === undefined ? undefined : codeBlock(`${name}-wrong`, wrong, languageOf(wrong), 'Wrong'),
    right: right === undefined ? undefined : codeBlock(`${name}-right`, right, languageOf(right), 'Right'),
    exceptions: silenceable
      ? exceptionsFor(name).map(({ place, language, source }, index) => ({
          place,
          source: codeBlock(`${name}-exception-${index}`, source, language === 'mdx' ? 'text' : language),
        }))
      : [],
  };
}

/** Examples are Markdown, fields, or names of files. Only the first two gain from colours. */
function languageOf(example: string): 'markdown' | 'yaml' | 'text' {
  if (/^(?:---\n|[a-zA-Z/-]+: ?[^ ]?)/u.test(example)) return 'yaml';
  return /^(?:#|!?\[|<)/u.test(example) ? 'markdown' : 'text';
}
