import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { close, listen } from '../../scripts/adapters/listen.ts';
import { frameScript, type Saying } from './widget-frame.ts';

/** What the host does when the frame of the widget is asked for: say something, or one of the ways to fail. */
export type Behaviour =
  | { says: Saying; afterMs?: number }
  /** It takes the request, and never answers. */
  | 'hangs'
  /** It ends the connection. */
  | 'breaks off'
  /** Its page may not be shown in a frame, as when the blog is not among the origins of the repository. */
  | 'refuses the frame';

export interface WidgetHost {
  origin: string;
  /** What it is asked for from now on. */
  behave: (behaviour: Behaviour) => void;
  /** Every address that was asked for since the behaviour was chosen. */
  asked: () => URL[];
  close: () => Promise<void>;
}

/**
 * Stands in for a host of giscus: a page at /<language>/widget that speaks the protocol of its frame, in the orders and
 * with the repeats that were seen of the real one. `seed` chooses among them. It says nothing of GitHub or of the service.
 */
export async function openWidgetHost(seed: number): Promise<WidgetHost> {
  let behaviour: Behaviour = { says: 'thread' };
  let asked: URL[] = [];
  let turn = seed;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    asked.push(url);
    answer(url, request, response, behaviour, (turn += 1));
  });
  const listening = await listen(server, 0, '127.0.0.1');
  if ('refused' in listening) throw new Error(`The stand-in for the widget: ${listening.refused}`);
  return {
    origin: `http://127.0.0.1:${listening.port}`,
    behave: (next) => {
      behaviour = next;
      asked = [];
    },
    asked: () => asked,
    close: () => close(server),
  };
}

function answer(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  behaviour: Behaviour,
  seed: number,
): void {
  if (behaviour === 'hangs') return;
  if (behaviour === 'breaks off') {
    request.socket.destroy();
    return;
  }
  if (behaviour === 'refuses the frame') response.setHeader('X-Frame-Options', 'DENY');
  if (!/^\/[\w-]+\/widget$/u.test(url.pathname)) {
    response.writeHead(404).end('No such page.');
    return;
  }
  const says = typeof behaviour === 'string' ? 'nothing' : behaviour.says;
  const afterMs = typeof behaviour === 'string' ? 0 : (behaviour.afterMs ?? 0);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(
    `<!doctype html><html lang="en"><title>Comments</title><main><h1>Comment box</h1><label>Write <textarea></textarea></label><ol id="configs"></ol></main><script>(${String(frameScript)})(${JSON.stringify({ says, seed, afterMs })})</script></html>`,
  );
}
