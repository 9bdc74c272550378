import { hiddenCharacters } from '../model/hidden-characters.ts';
import type { Problem } from '../model/problem.ts';
import type { YamlDocument } from './yaml-document.ts';

/** Hidden characters that the fields of a file hold although its text does not: YAML writes them "\u202E" or "\0". */
export function escapedProblems(text: string, { data, locate }: YamlDocument): Omit<Problem, 'file'>[] {
  if (!text.includes('\\')) return [];
  return textsIn(data, []).flatMap(({ path, value }) =>
    hiddenCharacters(value).map(({ rule, words }) => ({
      ...locate({ path, rule }),
      rule,
      message: `This text holds ${words}. It is written as an escape, with a backslash.`,
      mend: 'Take the escape out. For a backslash that is meant as one, put single quotation marks around the text.',
    })),
  );
}

type Path = readonly (string | number)[];

function textsIn(value: unknown, path: Path): { path: Path; value: string }[] {
  if (typeof value === 'string') return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => textsIn(one, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, [...path, name]));
}
