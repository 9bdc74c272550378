import { Readable } from 'node:stream';
import type { World } from '../../scripts/world.ts';

/** A world in memory, and what a command wrote to it. */
export function fakeWorld(changes: Partial<World> = {}): {
  world: World;
  written: { stdout: string; stderr: string };
} {
  const written = { stdout: '', stderr: '' };
  const world: World = {
    cwd: '/nowhere',
    env: {},
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    now: () => new Date('2026-11-22T10:00:00Z'),
    isTTY: false,
    stdin: Readable.from([]),
    signal: new AbortController().signal,
    ...changes,
  };
  return { world, written };
}
