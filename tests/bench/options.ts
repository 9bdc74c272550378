import { join, resolve } from 'node:path';
import { readFlags, readNumber, UsageError } from '../../scripts/flags.ts';
import type { World } from '../../scripts/world.ts';
import type { CorpusOptions } from './corpus.ts';
import { rivalNames, type RivalName } from './rivals.ts';

const measures = ['builds', 'check', 'review', 'history', 'pathological', 'search'] as const;

/** What is measured, of which blog, and where the figures go. */
export interface BenchOptions extends CorpusOptions {
  measure: (typeof measures)[number];
  /** For the history. */
  commits: number;
  /** Whether all kinds of edits are measured, and the server that shows them. */
  all: boolean;
  /** Whether a tenth of the posts is measured as well. */
  growth: boolean;
  against: RivalName[];
  runs: number;
  json: string;
  keep: boolean;
  /** A folder that an earlier build has written. */
  built: string | undefined;
}

/** Reads the words of a command line. Throws a `UsageError`. */
export function readOptions(args: string[], { cwd }: Pick<World, 'cwd'>): BenchOptions {
  const { values, positionals } = readFlags(args, {
    posts: { type: 'string' },
    words: { type: 'string' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string' },
    json: { type: 'string' },
    built: { type: 'string' },
    keep: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    against: { type: 'string' },
    check: { type: 'boolean', default: false },
    review: { type: 'boolean', default: false },
    history: { type: 'boolean', default: false },
    commits: { type: 'string' },
    pathological: { type: 'boolean', default: false },
  });
  const isSearch = positionals[0] === 'search';
  if (positionals.length > (isSearch ? 1 : 0))
    throw new UsageError(`"bench" takes no other word than "search", and got "${positionals.join(' ')}".`);
  const { check, review, history, pathological } = values;
  const asked = { builds: false, check, review, history, pathological, search: isSearch };
  const [measure = 'builds', another] = measures.filter((name) => asked[name]);
  if (another !== undefined)
    throw new UsageError(
      `"bench" measures one thing at a time, and was asked for ${measure} and ${another}.`,
    );
  const { all, growth } = values;
  if (measure !== 'builds' && (all || growth || values.against !== undefined))
    throw new UsageError('--all, --growth and --against are for builds: npm run bench -- --all');
  if (values.built !== undefined && !isSearch)
    throw new UsageError('--built is for the search: npm run bench -- search --built <folder>');
  if (values.built !== undefined && (values.posts ?? values.words) !== undefined)
    throw new UsageError('--built takes a blog as it is, so --posts and --words have no use here.');
  if (values.commits !== undefined && !history)
    throw new UsageError('--commits is for the history: npm run bench -- --history --commits 30000');
  const isLarge = isSearch || history;
  const posts = readNumber('posts', values.posts ?? (isLarge ? '10000' : '1000'), 1, 100_000);
  const file = isSearch ? 'search.json' : `${posts}-posts.json`;
  return {
    measure,
    posts,
    words: readNumber('words', values.words ?? '880', 60, 20_000),
    seed: readNumber('seed', values.seed, 0, 2 ** 31),
    commits: readNumber('commits', values.commits ?? '30000', 1, 1_000_000),
    all,
    growth,
    against: readRivals(values.against),
    runs: readNumber('runs', values.runs ?? (isSearch ? '5' : '1'), 1, 50),
    json: resolve(cwd, values.json ?? join('tests', 'bench', 'results', file)),
    keep: values.keep,
    built: values.built === undefined ? undefined : resolve(cwd, values.built),
  };
}

function readRivals(text: string | undefined): RivalName[] {
  return (text?.split(',') ?? []).map((word) => {
    const name = rivalNames.find((known) => known === word);
    if (name !== undefined) return name;
    throw new UsageError(
      `--against takes ${rivalNames.join(' or ')}, or both with a comma, and got "${word}".`,
    );
  });
}
