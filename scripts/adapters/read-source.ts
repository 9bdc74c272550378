import { readContent, type SourceContent } from '../../src/source/read-content.ts';
import { readFile } from '../../src/source/read-file.ts';
import type { World } from '../world.ts';
import { progressLine } from './progress-line.ts';

/** The content folder as read, with a line that says how far it has come when that takes a while. */
export async function readSource(
  { dir, label }: { dir: string; label: string },
  world: Pick<World, 'stderr' | 'isTTY'>,
): Promise<SourceContent> {
  const progress = progressLine('Reading', world);
  let done = 0;
  const reader = (paths: readonly string[]) => (job: Parameters<typeof readFile>[0]) => {
    progress.show((done += 1), paths.length);
    return readFile(job);
  };
  return readContent({ dir, label, reader }).finally(progress.clear);
}
