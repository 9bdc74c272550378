import { readContent, readNow, type FileReader, type SourceContent } from '../../src/source/read-content.ts';
import type { World } from '../world.ts';
import { progressLine } from './progress-line.ts';

/** The content folder as read, with a line that says how far it has come when that takes a while. */
export async function readSource(
  { dir, label }: { dir: string; label: string },
  world: Pick<World, 'stderr' | 'isTTY'>,
): Promise<SourceContent> {
  const progress = progressLine('Reading', world);
  let done = 0;
  const reader =
    (paths: readonly string[]): FileReader =>
    (file) => {
      progress.show((done += 1), paths.length);
      return readNow(file);
    };
  return readContent({ dir, label, reader }).finally(progress.clear);
}
