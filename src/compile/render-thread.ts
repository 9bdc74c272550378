import { shownThread } from '../model/shown-thread.ts';
import { remarkAnchor, visibleRemarks, type Thread, type ThreadFile } from '../model/thread.ts';
import { digestOf } from '../source/digest.ts';
import type { SourceEntry } from '../source/source-entry.ts';
import { eachWhileSame } from '../source/while-same.ts';
import type { BodyRequest } from './bodies.ts';
import type { BodyRecord } from './perform-body.ts';
import type { RenderedStore } from './rendered-store.ts';

const requestsOf = eachWhileSame<BodyRequest[]>();

/**
 * The words of a thread that a reader may see, as bodies to render: those it was opened with, and its remarks. What they
 * get wrong is not an author's to mend.
 */
export function remarkRequests(thread: SourceEntry<ThreadFile>): BodyRequest[] {
  const { path, data } = thread;
  return requestsOf(thread, [], () =>
    wordsOf(data).map(({ id, body }) => ({
      path,
      part: id,
      digest: digestOf(body),
      isShown: true,
      job: () => ({
        ...{ path, format: 'md', text: body, bodyStart: 0, bodyLine: 1 },
        idPrefix: `${remarkAnchor({ id })}-`,
      }),
    })),
  );
}

const storedThread = eachWhileSame<Thread>();

/**
 * A thread with the HTML of its words stored by id. `records` are those of its requests, in their order, and `known` is
 * what the store has already.
 */
export function storeThread(
  thread: SourceEntry<ThreadFile>,
  records: readonly BodyRecord[],
  store: RenderedStore,
  known: ReadonlySet<string>,
): Thread {
  const { slug, path, data } = thread;
  const bodies = () =>
    wordsOf(data).map(({ id }, index) => [id, records[index]?.facts?.digest ?? ''] as const);
  const stored = storedThread(thread, records, () => {
    const bodyDigest = digestOf(JSON.stringify(bodies()));
    return { ...data, key: slug, source: path, bodyDigest };
  });
  if (!known.has(stored.bodyDigest)) {
    const texts = bodies().map(([id, digest]) => [id, store.read(digest)]);
    store.write(stored.bodyDigest, JSON.stringify(Object.fromEntries(texts)));
  }
  return stored;
}

function wordsOf(thread: ThreadFile): { id: string; body: string }[] {
  return [thread, ...visibleRemarks(shownThread(thread))];
}
