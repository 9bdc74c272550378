import type { Thread, ThreadFile } from '../model/thread.ts';
import { remarkAnchor, visibleRemarks } from '../model/thread.ts';
import { digestOf, type SourceEntry } from '../source/read-content.ts';
import type { Surroundings } from './context.ts';
import type { RenderCache } from './render-cache.ts';

/**
 * Renders the remarks of a thread that a reader may see, through the pipeline that posts go through, and stores the
 * HTML by remark id. A comment cannot show or link to files beside posts. What a comment gets wrong is not the author's to mend, so its messages are dropped.
 */
export async function renderThread(
  { slug, path, data }: SourceEntry<ThreadFile>,
  { render, store }: RenderCache,
  { addresses }: Surroundings,
): Promise<Thread> {
  const surroundings: Surroundings = { addresses, pictures: new Map(), attachments: new Map() };
  const bodies = new Map<string, string>();
  for (const remark of visibleRemarks(data)) {
    const { id, body } = remark;
    const { facts } = await render(
      { path, format: 'md', body, idPrefix: `${remarkAnchor(remark)}-` },
      surroundings,
    );
    bodies.set(id, store.read(facts.digest));
  }
  const json = JSON.stringify(Object.fromEntries(bodies));
  const bodyDigest = digestOf(json);
  await store.write(bodyDigest, json);
  return { ...data, key: slug, source: path, bodyDigest };
}
