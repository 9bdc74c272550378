import type { BrokenStatus } from './answers.ts';

/** Something that goes wrong with a call. Plain data, so that a script of them can be printed and repeated. */
export type Fault =
  /** Too many requests; 429 is what some versions answer, 200 is documented too. Seconds in `retryAfter`. */
  | { kind: 'secondary-limit'; status: 200 | 403 | 429; retryAfter?: number }
  /** No points left, in an answer with status 200. The points come back after `seconds`. */
  | { kind: 'primary-limit'; spelling: 'RATE_LIMITED' | 'RATE_LIMIT'; seconds: number }
  | { kind: 'broken'; status: BrokenStatus }
  /** A page for people where JSON was expected. */
  | { kind: 'html'; status: number }
  /** The connection ends after this share of the answer; 0 is before its head. */
  | { kind: 'cut'; share: number }
  /** The whole answer in so many pieces, with a pause before each. */
  | { kind: 'slow'; pieces: number; pauseMs: number }
  /** No answer at all, until one of both gives up. */
  | { kind: 'silence' }
  /** Null in the place of some things, and an error for each. With share 1 nothing is left. */
  | { kind: 'partial'; share: number; seed: number; type: 'RESOURCE_LIMITS_EXCEEDED' | 'none' }
  /**
   * Lists with some of their items missing and no error. `says` is what the total count says: all there are, or only
   * those that are left; `ends` lets the page say that it is the last.
   */
  | {
      kind: 'shrunken';
      share: number;
      seed: number;
      says: 'all' | 'left';
      ends: boolean;
      lists: 'outer' | 'all';
    }
  /** People do so many things before the call is answered, which is then answered well. */
  | { kind: 'changes'; count: number };

/** Which calls: the nth of all, from 1; or every call, perhaps only of an operation, perhaps only from one to another. */
export type When = number | { operation?: string; from?: number; to?: number };

export interface ScriptedFault {
  at: When;
  fault: Fault;
}

export type FaultScript = readonly ScriptedFault[];

/** What happens at this call: any number of changes, and at most one thing that goes wrong. */
export function faultsAt(
  script: FaultScript,
  call: { number: number; operation: string },
): { changes: number; fault: Exclude<Fault, { kind: 'changes' }> | undefined } {
  let changes = 0;
  let fault: Exclude<Fault, { kind: 'changes' }> | undefined;
  for (const scripted of script) {
    if (!isNow(scripted.at, call)) continue;
    if (scripted.fault.kind === 'changes') changes += scripted.fault.count;
    else fault ??= scripted.fault;
  }
  return { changes, fault };
}

function isNow(at: When, { number, operation }: { number: number; operation: string }): boolean {
  if (typeof at === 'number') return at === number;
  if (at.operation !== undefined && at.operation !== operation) return false;
  return number >= (at.from ?? 1) && number <= (at.to ?? Number.POSITIVE_INFINITY);
}
