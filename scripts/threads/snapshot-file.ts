import { withEscapes } from '../../src/model/hidden-characters.ts';
import { threadSchema, type ThreadFile } from '../../src/model/thread.ts';

/**
 * A snapshot as the bytes of its file: the fields in the order of the schema, and the signs that the guard refuses in
 * a file written as escapes. Throws when the snapshot does not keep to the schema.
 */
export function snapshotText(thread: ThreadFile): string {
  return `${withEscapes(JSON.stringify(threadSchema.parse(thread), undefined, 2))}\n`;
}
