import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { close, listen } from '../../../scripts/adapters/listen.ts';
import { createAnswering, type AnsweringOptions, type Call } from './answer-call.ts';
import { deliver } from './deliver.ts';
import { faultsAt, type FaultScript } from './faults.ts';
import { someChange } from './some-change.ts';

export interface ForgeOptions extends AnsweringOptions {
  faults?: FaultScript;
  /** Called before a call is answered, for what a script of faults cannot say. */
  onCall?: (call: Readonly<Call>) => void;
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
  const { store, faults = [], onCall } = options;
  const answer = createAnswering(options);
  const calls: Call[] = [];

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
    const ready = await answer(call, { method: request.method ?? '', headers: request.headers, body }, fault);
    const onTheWay = fault?.kind === 'cut' || fault?.kind === 'slow' ? fault : undefined;
    call.status = await deliver(response, ready, onTheWay);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // The other side has gone, which is no failure of this one.
      if (request.errored !== null) return;
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

function operationName(body: string): string {
  const [, name = ''] = /\b(?:query|mutation)\s+(\w+)/u.exec(body) ?? [];
  return name;
}
