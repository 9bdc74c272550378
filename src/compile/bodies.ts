import type { Names } from '../lint/names.ts';
import type { MarkdownContext } from '../markdown/context.ts';
import { each } from '../source/each.ts';
import { digestOfAnswer, createContext, withoutFiles, type Surroundings } from './context.ts';
import type { BodyJob, BodyRecord } from './perform-body.ts';
import type { Records } from './records.ts';
import type { RenderedStore } from './rendered-store.ts';

/** A body that is wanted. What it is made of is read only when no record of it is good any more. */
export interface BodyRequest {
  path: string;
  /** Tells several bodies of one file apart, such as the comments of a thread. */
  part?: string;
  /** Changes whenever the file, or what else the job holds, does. */
  digest: string;
  /** Whether it becomes a part of a page; files of data are only judged. */
  isShown: boolean;
  job: () => BodyJob;
}

interface Workshop {
  records: Records;
  store: RenderedStore;
  surroundings: Surroundings;
  names: Names;
  /** The records that are known to be true with these surroundings and names. */
  sure: WeakSet<BodyRecord>;
  /** Whether pages will be made: then a record without HTML is not enough. */
  render: boolean;
  /** Is told how many jobs there will be before the first of them comes, and is not asked when there are none. */
  hire: (jobs: number) => Promise<(jobs: readonly BodyJob[]) => Promise<BodyRecord[]>>;
  /** Is told how many of the requests are done. */
  progress?: ((done: number, total: number) => void) | undefined;
}

// Enough that handing a batch over costs little, and few enough that the threads finish together.
const batchSize = 24;
// Two for each thread keep it busy; the texts of more would only wait in memory.
const batchesAtOnce = 16;

/**
 * A record for every request, in their order. A remembered one is good while its source and the answer to every
 * question that it asked about the rest of the blog are the same.
 */
export async function bodyRecords(
  requests: readonly BodyRequest[],
  { records, store, surroundings, names, sure, render, hire, progress }: Workshop,
): Promise<BodyRecord[]> {
  const stored = render ? store.digests() : new Set<string>();
  const found = requests.map((request) => {
    const record = records.recall('body', keyOf(request), request.digest);
    if (record === undefined) return undefined;
    if (!sure.has(record) && !stillTrue(record, request, { surroundings, names })) return undefined;
    sure.add(record);
    if (!render || !request.isShown) return record;
    return record.facts !== undefined && stored.has(record.facts.digest) ? record : undefined;
  });
  const missing = requests.flatMap((request, index) =>
    found[index] === undefined ? { request, index } : [],
  );
  if (missing.length === 0) return found.flatMap((record) => record ?? []);
  const perform = await hire(missing.length);
  const batches = Array.from({ length: Math.ceil(missing.length / batchSize) }, (_, index) =>
    missing.slice(index * batchSize, (index + 1) * batchSize),
  );
  let done = requests.length - missing.length;
  await each(
    batches,
    async (batch) => {
      const made = await perform(batch.map(({ request }) => request.job()));
      for (const [at, { request, index }] of batch.entries()) {
        const record = made[at];
        if (record === undefined) throw new Error(`No record was made of ${request.path}.`);
        found[index] = record;
        // How long a text takes depends on what else the machine does, so that is asked again.
        if (record.messages.some(({ rule }) => rule === 'too-slow')) continue;
        records.remember('body', keyOf(request), request.digest, record);
      }
      done += batch.length;
      progress?.(done, requests.length);
    },
    batchesAtOnce,
  );
  return found.flatMap((record) => record ?? []);
}

function keyOf({ path, part = '' }: BodyRequest): string {
  return part === '' ? path : `${path}#${part}`;
}

function stillTrue(
  { asked }: BodyRecord,
  { path, part }: BodyRequest,
  { surroundings, names }: Pick<Workshop, 'surroundings' | 'names'>,
): boolean {
  let context: MarkdownContext | undefined;
  return asked.every(([question, about, answer]) => {
    switch (question) {
      // What files and names are near depends on the text that asks.
      case 'picture':
      case 'attachment':
      case 'suggestions':
        context ??= createContext(part === undefined ? surroundings : withoutFiles(surroundings), path);
        return digestOfAnswer(context[question](about)) === answer;
      case 'isName':
        return digestOfAnswer(names.isName(about)) === answer;
      case 'allNames':
        return digestOfAnswer(names.allNames()) === answer;
      default:
        return digestOfAnswer(surroundings.addresses[question](about)) === answer;
    }
  });
}
