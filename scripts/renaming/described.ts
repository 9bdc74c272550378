import { posix } from 'node:path';
import { plural } from '../../src/model/problem.ts';
import type { Mend } from './mended-file.ts';
import type { MendedFiles } from './mend-files.ts';

/** Everything that a renaming changes, place by place. */
export function described({ move, rewrites, mends, unread }: MendedFiles, label: string): string {
  const lines = [...mends].flatMap(([path, list]) =>
    list.map((mend) => `${posix.join(label, path)}:${mend.line}  ${inWords(mend)}`),
  );
  const outside = rewrites.filter(({ path }) => path.startsWith('../'));
  return [
    ...(move === undefined ? [] : [`${label}/${move.from} → ${label}/${move.to}`]),
    ...lines,
    `${plural(lines.length, 'place')} in ${plural(mends.size, 'file')}.`,
    ...outside.map(({ path }) => `${path.slice(3)} names the new place.`),
    ...unread.map((path) => `${label}/${path} cannot be read, and may name it: look yourself.`),
  ].join('\n');
}

function inWords({ written, instead }: Mend): string {
  if (written === '') return instead;
  return instead === '' ? `without ${written}` : `${written} → ${instead}`;
}
