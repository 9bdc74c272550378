import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

/** What is sent back, before anything goes wrong on the way. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

const json = {
  'content-type': 'application/json; charset=utf-8',
  'x-github-media-type': 'github.v4; format=json',
};
const documentation = 'https://docs.github.com/graphql';

export function jsonAnswer(status: number, body: object, headers: Record<string, string> = {}): Answer {
  return { status, headers: { ...json, ...headers }, body: JSON.stringify(body) };
}

function message(status: number, text: string, url = documentation): Answer {
  return jsonAnswer(status, { message: text, documentation_url: url, status: String(status) });
}

/** What the forge says before it reads the query: a wrong address, a missing or wrong token, a body that holds none. Undefined when all is well. */
export function refusalAtTheDoor(
  {
    method,
    path,
    headers,
    body,
  }: { method: string; path: string; headers: IncomingHttpHeaders; body: string },
  token: string,
): Answer | undefined {
  if (!['/graphql', '/api/graphql'].includes(path) || method !== 'POST') return message(404, 'Not Found');
  if (headers['user-agent'] === undefined) {
    return {
      status: 403,
      headers: { 'content-type': 'text/html' },
      body: '\r\nRequest forbidden by administrative rules. Please make sure your request has a User-Agent header (https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required). Check https://developer.github.com for other possible causes.\r\n',
    };
  }
  const [, given] = /^(?:token|bearer)\s+(.+)$/iu.exec(headers.authorization ?? '') ?? [];
  if (given === token) return refusalOfTheBody(body);
  if (headers.authorization !== undefined || path === '/api/graphql') return message(401, 'Bad credentials');
  const anonymous = message(
    403,
    "API rate limit exceeded for 127.0.0.1. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)",
    'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
  );
  const headersOfNobody = { 'x-ratelimit-limit': '0', 'x-ratelimit-remaining': '0', 'x-ratelimit-used': '0' };
  return { ...anonymous, headers: { ...anonymous.headers, ...headersOfNobody } };
}

function refusalOfTheBody(body: string): Answer | undefined {
  try {
    const { success } = z.object({ query: z.string() }).safeParse(JSON.parse(body));
    return success ? undefined : message(400, 'A query attribute must be specified and must be a string.');
  } catch {
    return message(400, 'Problems parsing JSON');
  }
}

/** Too many requests in a short time. Without `retryAfter` the forge does not say how long to wait. */
export function secondaryLimit(status: 200 | 403 | 429, retryAfter: number | undefined): Answer {
  const text =
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID FORGE:1.';
  const url =
    'https://docs.github.com/free-pro-team@latest/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits';
  const answer =
    status === 200
      ? jsonAnswer(200, { errors: [{ type: 'RATE_LIMITED', message: text }] })
      : message(status, text, url);
  return retryAfter === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfter) } };
}

/** All points are used: an answer with status 200. The forge has written the type in both ways. */
export function primaryLimit(spelling: 'RATE_LIMITED' | 'RATE_LIMIT', resetsAt: number): Answer {
  const error =
    spelling === 'RATE_LIMIT'
      ? {
          type: spelling,
          code: 'graphql_rate_limit',
          message: 'API rate limit already exceeded for user ID 1.',
        }
      : { type: spelling, message: 'API rate limit exceeded for user ID 1.' };
  return jsonAnswer(
    200,
    { errors: [error] },
    {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(resetsAt),
      'x-ratelimit-resource': 'graphql',
    },
  );
}

export type BrokenStatus = 500 | 502 | 503 | 504;

/** The forge, or what stands before it, is in trouble and says so in JSON. */
export function brokenAnswer(status: BrokenStatus): Answer {
  if (status === 503) return message(503, 'Service unavailable');
  return status === 500
    ? jsonAnswer(500, { message: 'Server Error' })
    : jsonAnswer(status, {
        data: null,
        errors: [{ message: wentWrong }],
      });
}

export const wentWrong =
  'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. Please include `FORGE:1` when reporting this issue.';

/** A page for people, from a proxy or a login in between. */
export function htmlAnswer(status: number): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!DOCTYPE html>\n<html><head><title>Unicorn! &middot; GitHub</title></head><body><p><strong>We had issues producing the response to your request.</strong></p></body></html>\n',
  };
}
