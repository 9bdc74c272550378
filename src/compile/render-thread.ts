import type { Thread, ThreadFile } from '../model/thread.ts';
import { remarkAnchor, visibleRemarks } from '../model/thread.ts';
import { digestOf } from '../source/digest.ts';
import type { SourceEntry } from '../source/source-entry.ts';
import type { BodyRequest } from './bodies.ts';
import type { BodyRecord } from './perform-body.ts';
import type { RenderedStore } from './rendered-store.ts';

/** The remarks of a thread that a reader may see, as bodies to render. What they get wrong is not an author's to mend. */
export function remarkRequests({ path, data }: SourceEntry<ThreadFile>): BodyRequest[] {
  return visibleRemarks(data).map((remark) => ({
    path,
    part: remark.id,
    digest: digestOf(remark.body),
    job: () => ({
      ...{ path, format: 'md', text: remark.body, bodyStart: 0, bodyLine: 1 },
      idPrefix: `${remarkAnchor(remark)}-`,
    }),
  }));
}

/** A thread with the HTML of its remarks stored by remark id. `records` are those of its requests, in their order. */
export async function storeThread(
  { slug, path, data }: SourceEntry<ThreadFile>,
  records: readonly BodyRecord[],
  store: RenderedStore,
): Promise<Thread> {
  const bodies = visibleRemarks(data).map(({ id }, index) => [
    id,
    store.read(records[index]?.facts?.digest ?? ''),
  ]);
  const json = JSON.stringify(Object.fromEntries(bodies));
  const bodyDigest = digestOf(json);
  await store.write(bodyDigest, json);
  return { ...data, key: slug, source: path, bodyDigest };
}
