import { plural } from '../../src/model/problem.ts';
import type { Hidden } from './hidden.ts';
import type { Report } from './report-schema.ts';
import type { Side } from './side.ts';

type Others = Report['others'];

interface Changed {
  base: Side;
  head: Side;
  hidden: Hidden;
  /** Relative to the content folder. */
  touched: ReadonlySet<string>;
}

/** What readers notice although no page was written: redirects, settings, lists of words, conversations. */
export function otherChanges(changed: Changed): Others {
  const { touched } = changed;
  const listed = (path: string, line: string) => (touched.has(path) ? [line] : []);
  const copies = [...touched].filter((path) => path.startsWith('threads/')).length;
  const lists = [
    ...listed('words.txt', 'The words that are right whatever a dictionary says (words.txt) change.'),
    ...listed('synonyms.yml', 'What means the same to the search (synonyms.yml) changes.'),
    ...listed('policy.yml', 'What may not be posted (policy.yml) changes.'),
    ...(copies === 0
      ? []
      : [`${plural(copies, 'copy', 'copies')} of conversations ${copies === 1 ? 'changes' : 'change'}.`]),
  ];
  return [
    { title: 'Redirects', lines: redirects(changed) },
    { title: 'Settings of the whole blog', lines: settings(changed) },
    { title: 'Lists and copies', lines: lists },
  ].filter(({ lines }) => lines.length > 0);
}

function redirects({ base, head, hidden }: Changed): string[] {
  const [old, now] = [base.redirects, head.redirects];
  const paths = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return paths.flatMap((from) => {
    const [before, after] = [old[from], now[from]];
    if (before === after || [from, before, after].some((path) => path !== undefined && hidden.address(path)))
      return [];
    return after === undefined ? [`${from} leads nowhere any more.`] : [`${from} leads to ${after}.`];
  });
}

function settings({ base, head }: Changed): string[] {
  if (base.site === undefined || head.site === undefined) return [];
  const flat = (site: object) => new Map(leaves(site));
  const [old, now] = [flat(base.site), flat(head.site)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((name) => {
    const [before = 'nothing', after = 'nothing'] = [old.get(name), now.get(name)];
    return before === after ? [] : [`${name} was ${before} and is ${after}.`];
  });
}

function leaves(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]): [string, string][] => {
    const own = path === '' ? name : `${path}.${name}`;
    return typeof inner === 'object' && inner !== null ? leaves(inner, own) : [[own, JSON.stringify(inner)]];
  });
}
