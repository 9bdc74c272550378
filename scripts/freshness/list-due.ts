import type { World } from '../world.ts';
import { dueRows, formatDue, type FreshFormat } from './due-formats.ts';
import { readDue, type DueOptions } from './read-due.ts';

/** Prints what is due, and returns the exit code. */
export async function listDue(
  { format, ...wanted }: DueOptions & { format: FreshFormat },
  world: World,
): Promise<number> {
  const found = await readDue(wanted, world);
  if ('obstacle' in found) {
    world.stderr.write(`${found.obstacle}\n`);
    return 1;
  }
  world.stdout.write(`${formatDue(dueRows(found.due, found.catalogue), format)}\n`);
  return 0;
}
