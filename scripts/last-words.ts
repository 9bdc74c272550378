import type { World } from './world.ts';

/** Says how it went, and gives the exit code of what went well. */
export function say({ stdout }: Pick<World, 'stdout'>, message: string): number {
  stdout.write(`${message}\n`);
  return 0;
}

/** Says why it did not go, and gives the exit code of what failed. */
export function fail({ stderr }: Pick<World, 'stderr'>, message: string): number {
  stderr.write(`${message}\n`);
  return 1;
}

/** The same for what was refused before anything was written. */
export function refuse(world: Pick<World, 'stderr'>, message: string): number {
  return fail(world, `${message}\nNothing was written.`);
}

/** What an error says, and why, when something else is to blame. */
export function sentencesOf({ message, cause }: Error): string {
  return cause instanceof Error ? `${message}\nBecause: ${cause.message}` : message;
}
