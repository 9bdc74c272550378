import { z } from 'zod';
import { isPage, NotDataError } from './forge-error.ts';

interface CarefulOptions {
  signal: AbortSignal;
  /** Milliseconds, for the whole answer. */
  timeout: number;
  onCall: () => void;
}

/**
 * A fetch for octokit that hands over whole answers in JSON or throws. Octokit by itself takes half an answer, or the
 * page of a proxy, for an empty one; and that there were too many questions it understands in one spelling of several.
 */
export function carefulFetch({ signal, timeout, onCall }: CarefulOptions): typeof fetch {
  return async (input, init) => {
    onCall();
    const patience = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    const response = await fetch(input, { ...init, signal: patience });
    const text = await response.text();
    const { status, headers } = response;
    if (status === 204) return new Response(null, { status, headers });
    const data = readJson(text);
    if (data === undefined && response.ok) throw new NotDataError(isPage(text) ? aPage : 'was cut off.');
    const limit = tooMany(data, response);
    if (limit === undefined) return new Response(text, { status, headers: plain(headers) });
    return new Response(JSON.stringify({ message: limit }), {
      status: 403,
      headers: { ...plain(headers), 'content-type': 'application/json' },
    });
  };
}

const aPage = 'is a web page and not data: a proxy or a login may stand in between.';

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const limited = z.object({
  errors: z.array(z.object({ type: z.enum(['RATE_LIMITED', 'RATE_LIMIT']), message: z.string() })).min(1),
});
const refused = z.object({ message: z.string() });

/** The refusal of one question too many, in the words that the throttling understands. */
function tooMany(data: unknown, { status, headers }: Response): string | undefined {
  const message =
    limited.safeParse(data).data?.errors[0]?.message ??
    (status === 429 || (status === 403 && headers.has('retry-after'))
      ? (refused.safeParse(data).data?.message ?? '')
      : undefined);
  if (message === undefined) return undefined;
  const isPrimary = headers.get('x-ratelimit-remaining') === '0' && headers.has('x-ratelimit-reset');
  return isPrimary || /\bsecondary rate\b/iu.test(message) ? message : `A secondary rate limit. ${message}`;
}

/** The body is text by now, whatever it was packed in. */
function plain(headers: Headers): Record<string, string> {
  const { 'content-encoding': _, 'content-length': __, ...rest } = Object.fromEntries(headers);
  return rest;
}
