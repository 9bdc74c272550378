import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { close, listen } from '../../../scripts/adapters/listen.ts';
import { jsonAnswer, type Answer } from '../forge/answers.ts';
import { deliver } from '../forge/deliver.ts';
import { forgeResult } from '../forge/error-shape.ts';
import { answerQuery } from '../forge/execute.ts';
import { graphqlRoot } from './graphql/root.ts';
import {
  createHub,
  isPull,
  type HubOptions,
  type HubUser,
  type Pull,
  type RefusedWrite,
  type Ticket,
} from './hub.ts';
import { answerRest } from './rest/answer-rest.ts';
import { Refusal, restAnswer } from './rest/refusal.ts';

/** One request, in the order of arrival. */
export interface SeenRequest {
  /** From 1. */
  number: number;
  method: string;
  /** The path and query, below the API; `/graphql` for GraphQL. */
  path: string;
  /** Who asked; undefined without a token that is known. */
  by: string | undefined;
  /** As it was sent. */
  body: string;
  /** Of the answer; 0 while there is none. */
  status: number;
}

export interface GitForgeOptions extends HubOptions {
  /** Asked before each request; what it gives is sent instead of the answer. For limits, outages and the like. */
  interrupt?: (request: Readonly<SeenRequest>) => Answer | undefined;
}

export interface GitForge {
  /** Where people see it, as in `site.yml`. */
  url: string;
  /** Where programs ask it, as octokit's `baseUrl`: the form of Enterprise Server. The root answers too, as GitHub.com. */
  apiUrl: string;
  pulls: () => readonly Pull[];
  /** Without the pull requests. */
  issues: () => readonly Ticket[];
  requests: () => readonly SeenRequest[];
  /** Writes to the protected branch that were refused. */
  refused: () => readonly RefusedWrite[];
  /** Asks as somebody, such as `as('ada')('POST', '/issues', { title: 'A' })`: the path is below the repository. */
  as: (
    login: string,
  ) => (method: string, path: string, body?: object) => Promise<{ status: number; body: unknown }>;
  stop: () => Promise<void>;
}

// A browser asks whether it may, and may.
const crossOrigin = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Link, Location, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining',
};
const preflight = {
  ...crossOrigin,
  'access-control-allow-headers':
    'Authorization, Content-Type, If-Match, If-None-Match, Accept, X-GitHub-Api-Version',
  'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
};

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

/** Serves a bare repository as GitHub: REST and GraphQL by their published descriptions, on a free port of this machine. */
export async function startGitForge(options: GitForgeOptions): Promise<GitForge> {
  const hub = createHub(options);
  const seen: SeenRequest[] = [];

  const answer = async (request: IncomingMessage, sent: string, record: SeenRequest): Promise<Answer> => {
    const scripted = options.interrupt?.(record);
    if (scripted !== undefined) return scripted;
    const user = hub.users.find(({ login }) => login === record.by);
    const { authorization, accept = '' } = request.headers;
    if (user === undefined) {
      const words = authorization === undefined ? 'Requires authentication' : 'Bad credentials';
      return new Refusal(401, words).answer;
    }
    if (record.path === '/graphql') {
      const result = await answerQuery(sent, { root: graphqlRoot(hub, user), charge: () => null });
      return jsonAnswer(200, forgeResult(result));
    }
    const { pathname, searchParams } = new URL(record.path, hub.origin);
    const asked = { method: record.method, path: pathname, query: searchParams, body: sent, accept };
    return (await answerRest(hub, user, asked)).answer;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, preflight).end();
      return;
    }
    if (request.url?.startsWith('/avatars/') === true) {
      response.writeHead(200, { 'content-type': 'image/png' }).end(onePixel);
      return;
    }
    const sent = await text(request);
    const path = (request.url ?? '/').replace(/^\/api\/(?=graphql)/u, '/').replace(/^\/api\/v3(?=\/)/u, '');
    const record: SeenRequest = {
      number: seen.length + 1,
      method: request.method ?? '',
      path,
      by: whose(request.headers.authorization, hub.users),
      body: sent,
      status: 0,
    };
    seen.push(record);
    const ready = await answer(request, sent, record).catch((error: unknown) => {
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`The fake forge failed at ${record.method} ${path}: ${words}\n`);
      return restAnswer(500, { message: words });
    });
    record.status = await deliver(
      response,
      { ...ready, headers: { ...ready.headers, ...crossOrigin } },
      undefined,
    );
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  const address = await listen(server, 0, '127.0.0.1');
  if ('refused' in address) throw new Error(`The fake forge could not listen: ${address.refused}`);
  hub.origin = `http://127.0.0.1:${address.port}`;

  return {
    url: hub.origin,
    apiUrl: `${hub.origin}/api/v3`,
    pulls: () => hub.tickets.filter(isPull),
    issues: () => hub.tickets.filter((ticket) => !isPull(ticket)),
    requests: () => seen,
    refused: () => hub.refused,
    as: (login) => async (method, path, body) => {
      const token = hub.users.find((user) => user.login === login)?.token ?? '';
      const response = await fetch(`${hub.origin}/api/v3/repos/${hub.owner}/${hub.name}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const said = await response.text();
      const parsed: unknown = said === '' ? undefined : JSON.parse(said);
      return { status: response.status, body: parsed };
    },
    stop: async () => {
      await close(server);
      hub.objects.close();
    },
  };
}

function whose(authorization: string | undefined, users: readonly HubUser[]): string | undefined {
  const [, token] = /^(?:token|bearer)\s+(.+)$/iu.exec(authorization ?? '') ?? [];
  return users.find((user) => user.token === token)?.login;
}
