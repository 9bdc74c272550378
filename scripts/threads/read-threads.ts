import { ForgeError } from '../adapters/forge-error.ts';
import type { ForgeApi } from '../adapters/forge.ts';
import type { Target } from './plan.ts';
import { threadsQuery, type ForgeThread } from './thread-queries.ts';
import { readSteadily } from './read-steadily.ts';

/** What reading a discussion came to. */
export type Reading =
  | { kind: 'told'; thread: ForgeThread }
  /** It went away meanwhile. The next index will say the same. */
  | { kind: 'gone' }
  /** What was told leaves out what is still there, or could not be told at all: the stored copy stays. */
  | { kind: 'doubtful'; because: string };

/**
 * Reads discussions whole, many at a time, and gives each as soon as it is there. Those that make the forge stumble are
 * asked for by themselves; when that does not help with two in a row, it throws: the forge has other troubles.
 */
export async function* readThreads(
  api: ForgeApi,
  targets: readonly Target[],
): AsyncGenerator<{ target: Target; reading: Reading }> {
  let stumbles = 0;
  for (const batch of batches(targets)) {
    const first = await firstTold(api, batch).catch(onlyWhenBusy);
    for (const target of batch) {
      try {
        const reading = await readSteadily(api, target, first?.get(target.row.id));
        stumbles = 0;
        yield { target, reading };
      } catch (error) {
        stumbles += 1;
        if (!(error instanceof ForgeError) || error.kind !== 'busy' || stumbles > 1) throw error;
        yield { target, reading: { kind: 'doubtful', because: error.message } };
      }
    }
  }
}

async function firstTold(api: ForgeApi, batch: readonly Target[]): Promise<Map<string, ForgeThread>> {
  const ids = batch.map(({ row }) => row.id);
  const longest = Math.max(...batch.map(({ row }) => row.comments.totalCount));
  // One more than there were: somebody may be writing one just now.
  const comments = Math.min(100, longest + 1);
  const { nodes } = await api.ask(threadsQuery, { ids, comments });
  return new Map(nodes.flatMap((node) => (node === null ? [] : [[node.id, node]])));
}

function onlyWhenBusy(error: unknown): undefined {
  if (!(error instanceof ForgeError) || error.kind !== 'busy') throw error;
}

const mostThreads = 20;
const mostComments = 250;

/** Short ones together, long ones alone and last. The forge gives up on questions that ask for too much at once. */
function batches(targets: readonly Target[]): Target[][] {
  const sorted = [...targets].sort((a, b) => a.row.comments.totalCount - b.row.comments.totalCount);
  const made: Target[][] = [];
  for (const target of sorted) {
    const batch = made.at(-1);
    // Every thread of a question is asked for as many comments as the longest has, which is this one.
    const fits =
      batch !== undefined &&
      batch.length < mostThreads &&
      (batch.length + 1) * (target.row.comments.totalCount + 1) <= mostComments;
    if (fits) batch.push(target);
    else made.push([target]);
  }
  return made;
}
