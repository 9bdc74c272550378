import { shownThread } from '../model/shown-thread.ts';
import { remarkAnchor, visibleRemarks, type Thread, type ThreadFile } from '../model/thread.ts';
import { digestOf } from '../source/digest.ts';
import type { SourceEntry } from '../source/source-entry.ts';
import type { BodyRequest } from './bodies.ts';
import type { BodyRecord } from './perform-body.ts';
import type { RenderedStore } from './rendered-store.ts';

/**
 * The words of a thread that a reader may see, as bodies to render: those it was opened with, and its remarks. What they
 * get wrong is not an author's to mend.
 */
export function remarkRequests({ path, data }: SourceEntry<ThreadFile>): BodyRequest[] {
  return wordsOf(data).map(({ id, body }) => ({
    path,
    part: id,
    digest: digestOf(body),
    isShown: true,
    job: () => ({
      ...{ path, format: 'md', text: body, bodyStart: 0, bodyLine: 1 },
      idPrefix: `${remarkAnchor({ id })}-`,
    }),
  }));
}

/** A thread with the HTML of its words stored by id. `records` are those of its requests, in their order. */
export function storeThread(
  { slug, path, data }: SourceEntry<ThreadFile>,
  records: readonly BodyRecord[],
  store: RenderedStore,
): Thread {
  const stored = wordsOf(data).map(({ id }, index) => [id, records[index]?.facts?.digest ?? ''] as const);
  const bodyDigest = digestOf(JSON.stringify(stored));
  if (!store.has(bodyDigest)) {
    const bodies = stored.map(([id, digest]) => [id, store.read(digest)]);
    store.write(bodyDigest, JSON.stringify(Object.fromEntries(bodies)));
  }
  return { ...data, key: slug, source: path, bodyDigest };
}

function wordsOf(thread: ThreadFile): { id: string; body: string }[] {
  return [thread, ...visibleRemarks(shownThread(thread))];
}
