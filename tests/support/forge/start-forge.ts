import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { close, listen } from '../../../scripts/adapters/listen.ts';
import {
  brokenAnswer,
  htmlAnswer,
  jsonAnswer,
  primaryLimit,
  refusalAtTheDoor,
  secondaryLimit,
  type Answer,
} from './answers.ts';
import { deliver } from './deliver.ts';
import { forgeResult } from './error-shape.ts';
import { answerQuery } from './execute.ts';
import { faultsAt, type Fault, type FaultScript } from './faults.ts';
import { createBudget, documentedLimits, noPointsLeft, type Limits } from './rate-limit.ts';
import { queryRoot, type Access } from './root.ts';
import { someChange } from './some-change.ts';
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

export interface ForgeOptions {
  store: Store;
  token?: string;
  /** What the token may see. */
  access?: Access;
  faults?: FaultScript;
  limits?: Partial<Limits>;
  /** Called before a call is answered, for what a script of faults cannot say. */
  onCall?: (call: Readonly<Call>) => void;
  now?: () => number;
}

export interface Forge {
  /** As octokit's `baseUrl`, in the form of GitHub.com: the API is at `<url>/graphql`. */
  url: string;
  /** As octokit's `baseUrl`, in the form of Enterprise Server: `<origin>/api/v3`, which octokit turns into `<origin>/api/graphql`. */
  enterpriseUrl: string;
  calls: readonly Call[];
  /** Ends also the connections that are still waiting. */
  close: () => Promise<void>;
}

/** Serves the store as GitHub's GraphQL API on a free port of this machine. */
export async function startForge(options: ForgeOptions): Promise<Forge> {
  const { store, token = 'forge-token', access = 'full', faults = [], onCall, now = Date.now } = options;
  const budget = createBudget({ ...documentedLimits, ...options.limits }, now);
  const calls: Call[] = [];

  const answer = async (
    call: Call,
    request: IncomingMessage,
    body: string,
    fault?: Fault,
  ): Promise<Answer> => {
    const early = fault === undefined ? undefined : scriptedAnswer(fault, now);
    if (early !== undefined) return early;
    const door = refusalAtTheDoor(
      { method: request.method ?? '', path: call.path, headers: request.headers, body },
      token,
    );
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

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const call: Call = {
      number: calls.length + 1,
      path: request.url ?? '',
      operation: operationName(body),
      cost: 0,
      nodes: 0,
      status: 0,
      fault: null,
    };
    calls.push(call);
    onCall?.(call);
    const { changes, fault } = faultsAt(faults, call);
    for (let done = 0; done < changes; done += 1) someChange(store);
    call.fault = fault?.kind ?? (changes > 0 ? 'changes' : null);
    if (fault?.kind === 'silence') return;
    const ready = await answer(call, request, body, fault);
    const onTheWay = fault?.kind === 'cut' || fault?.kind === 'slow' ? fault : undefined;
    call.status = await deliver(response, ready, onTheWay);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      process.stderr.write(
        `The fake forge failed: ${error instanceof Error ? error.stack : String(error)}\n`,
      );
      response.destroy();
    });
  });
  const address = await listen(server, 0, '127.0.0.1');
  if ('refused' in address) throw new Error(`The fake forge could not listen: ${address.refused}`);
  const origin = `http://127.0.0.1:${address.port}`;
  return { url: origin, enterpriseUrl: `${origin}/api/v3`, calls, close: () => close(server) };
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

function operationName(body: string): string {
  const [, name = ''] = /\b(?:query|mutation)\s+(\w+)/u.exec(body) ?? [];
  return name;
}

function doNothing(): void {
  // Nothing was counted.
}
