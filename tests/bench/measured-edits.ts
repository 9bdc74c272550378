import type { World } from '../../scripts/world.ts';
import { contentEdits, engineEdits } from './blog-edits.ts';
import { announcedBuild, type InventedBlog } from './measured-builds.ts';
import { addRun, type Rows } from './rows.ts';

/** Builds further after each kind of edit, in turn: of the content, and of the engine, which has to be a copy. */
export async function measureEdits(
  { folders, posts }: InventedBlog,
  run: number,
  rows: Rows,
  world: World,
): Promise<void> {
  for (const { name, apply } of [...contentEdits(folders.content, posts), ...engineEdits(world.cwd)]) {
    await apply(run);
    addRun(rows, name, await announcedBuild(`${name}.`, folders, world));
  }
}
