import { Script } from 'node:vm';

const place = Symbol.for('watercooler.timed-work');
const script = new Script(`globalThis[Symbol.for('watercooler.timed-work')]()`);

/**
 * What the work returns, or undefined when it takes longer than so many milliseconds: then it is stopped where it is.
 * Only the engine can interrupt work that never comes back, and it offers that to scripts of the `vm` module alone.
 */
export function withinTime<Result>(milliseconds: number, work: () => Result): Result | undefined {
  const scope = globalThis as { [place]?: () => void };
  let result: Result | undefined;
  const outer = scope[place];
  scope[place] = () => {
    result = work();
  };
  try {
    script.runInThisContext({ timeout: milliseconds });
    return result;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      return undefined;
    throw error;
  } finally {
    if (outer === undefined) Reflect.deleteProperty(scope, place);
    else scope[place] = outer;
  }
}
