import { nearest } from '../model/nearest.ts';
import type { Problem } from '../model/problem.ts';
import type { Addresses } from './addresses.ts';
import type { BodyRecord } from './perform-body.ts';

export interface JudgedEntry extends Pick<BodyRecord, 'fragments' | 'ids'> {
  /** The file, relative to the content folder. */
  path: string;
}

/** Links to a place in a page that the page does not have. They can only be judged once every page is rendered. */
export function fragmentProblems(
  entries: readonly JudgedEntry[],
  { sourceOf }: Addresses,
  label: string,
): Problem[] {
  const idsByPath = new Map(entries.map(({ path, ids }) => [path, ids]));
  return entries.flatMap((entry) =>
    entry.fragments.flatMap(({ path, fragment, line, column }) => {
      const target = path === '' ? entry.path : sourceOf(path);
      const ids = target === undefined ? undefined : idsByPath.get(target);
      if (ids === undefined || ids.includes(fragment)) return [];
      const [suggestion] = nearest(fragment, ids);
      const page = path === '' ? 'This page' : `The page ${path}`;
      return {
        file: `${label}/${entry.path}`,
        line,
        column,
        rule: 'broken-anchor',
        message: `${page} has no heading "#${fragment}".${suggestion === undefined ? '' : ` The nearest is "#${suggestion}".`}`,
        mend: 'Correct the part after "#"; it is the heading in lower case with hyphens for spaces.',
      };
    }),
  );
}
