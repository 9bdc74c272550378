import type { IncomingHttpHeaders } from 'node:http';
import {
  brokenAnswer,
  htmlAnswer,
  jsonAnswer,
  primaryLimit,
  refusalAtTheDoor,
  secondaryLimit,
  type Answer,
} from './answers.ts';
import { forgeResult } from './error-shape.ts';
import { answerQuery } from './execute.ts';
import type { Fault } from './faults.ts';
import { createBudget, documentedLimits, noPointsLeft, type Limits } from './rate-limit.ts';
import { queryRoot, type Access } from './root.ts';
import { spoil } from './spoil.ts';
import type { Store } from './store.ts';

/** One request, in the order of arrival. */
export interface Call {
  /** From 1. */
  number: number;
  path: string;
  /** The name of the operation, or an empty text. */
  operation: string;
  /** In points; 0 when the query was not answered. */
  cost: number;
  /** The most things that the query could have asked for. */
  nodes: number;
  /** Of the answer; 0 when there was none. */
  status: number;
  /** What went wrong by the script. */
  fault: Fault['kind'] | null;
}

export interface AnsweringOptions {
  store: Store;
  token?: string;
  /** What the token may see. */
  access?: Access;
  limits?: Partial<Limits>;
  now?: () => number;
}

type Answering = (
  call: Call,
  request: { method: string; headers: IncomingHttpHeaders; body: string },
  fault?: Fault,
) => Promise<Answer>;

/** Answers one call after the other from the same budget, and writes down in each what it cost. */
export function createAnswering({
  store,
  token = 'forge-token',
  access = 'full',
  limits,
  now = Date.now,
}: AnsweringOptions): Answering {
  const budget = createBudget({ ...documentedLimits, ...limits }, now);
  return async (call, { method, headers, body }, fault) => {
    const early = fault === undefined ? undefined : scriptedAnswer(fault, now);
    if (early !== undefined) return early;
    const door = refusalAtTheDoor({ method, path: call.path, headers, body }, token);
    if (door !== undefined) return door;
    // Enterprise Server has no rate limits unless an administrator sets them.
    const limited = call.path === '/graphql';
    const release = limited ? budget.admit() : doNothing;
    if (release === undefined) return secondaryLimit(403, 60);
    const result = await answerQuery(body, {
      root: queryRoot(store, access, () => (limited ? budget.state(call) : null)),
      charge: ({ cost, nodes }) => {
        Object.assign(call, { cost, nodes });
        return !limited || budget.spend(cost) ? null : noPointsLeft();
      },
    }).finally(release);
    const shaped = forgeResult(result);
    const spoilt = fault?.kind === 'partial' || fault?.kind === 'shrunken' ? spoil(shaped, fault) : shaped;
    return jsonAnswer(200, spoilt, limited ? budget.headers() : {});
  };
}

function scriptedAnswer(fault: Fault, now: () => number): Answer | undefined {
  switch (fault.kind) {
    case 'secondary-limit':
      return secondaryLimit(fault.status, fault.retryAfter);
    case 'primary-limit':
      return primaryLimit(fault.spelling, Math.ceil(now() / 1000) + fault.seconds);
    case 'broken':
      return brokenAnswer(fault.status);
    case 'html':
      return htmlAnswer(fault.status);
    default:
      return undefined;
  }
}

function doNothing(): void {
  // Nothing was counted.
}
