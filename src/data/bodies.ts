import { sharedContentFolder } from '../compile/content-folder.ts';
import type { BodyFacts } from '../model/post.ts';
import type { Thread } from '../model/thread.ts';

/** The HTML of a Markdown body. Throws when the cache was deleted while a build ran. */
export function bodyHtml({ digest }: Pick<BodyFacts, 'digest'>): string {
  return sharedContentFolder().store.read(digest);
}

/** The HTML of the remarks of a thread, by remark id. */
export function remarkBodies(thread: Pick<Thread, 'bodyDigest'> | undefined): Record<string, string> {
  if (thread === undefined) return {};
  const bodies: unknown = JSON.parse(sharedContentFolder().store.read(thread.bodyDigest));
  return isTexts(bodies) ? bodies : {};
}

function isTexts(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null;
}
