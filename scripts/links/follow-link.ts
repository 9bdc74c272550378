/** What became of a link: it leads somewhere, it leads nowhere, or nobody can say from here. */
export type Verdict = { kind: 'alive' } | { kind: 'gone' | 'unsure'; because: string };

interface FollowOptions {
  signal: AbortSignal;
  /** Milliseconds for one answer. */
  timeout: number;
}

const gone = new Set([404, 410]);
// Many servers do not know HEAD, or answer it as they would answer a robot.
const perhapsBecauseOfHead = (status: number) => status >= 400 && status !== 429;

/** Asks for the head of a page, and for the page itself when that does not help. */
export async function followLink(url: string, options: FollowOptions): Promise<Verdict> {
  const head = await ask(url, 'HEAD', options);
  const status =
    typeof head === 'number' && perhapsBecauseOfHead(head) ? await ask(url, 'GET', options) : head;
  if (typeof status !== 'number') return status;
  if (status < 400) return { kind: 'alive' };
  if (gone.has(status))
    return { kind: 'gone', because: `The server says that there is no such page (${status}).` };
  if (status === 401 || status === 403 || status === 407)
    return { kind: 'unsure', because: `The server lets only some people in (${status}).` };
  return { kind: 'unsure', because: `The server gives no page at the moment (${status}).` };
}

async function ask(
  url: string,
  method: string,
  { signal, timeout }: FollowOptions,
): Promise<number | Verdict> {
  try {
    const headers = { 'user-agent': 'Mozilla/5.0 (compatible; Watercooler link check)', accept: '*/*' };
    const patience = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    const response = await fetch(url, { method, headers, signal: patience });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    signal.throwIfAborted();
    return failure(error);
  }
}

function failure(error: unknown): Verdict {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return { kind: 'unsure', because: 'The server takes too long to answer.' };
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOTFOUND') return { kind: 'gone', because: 'There is no server of this name.' };
  if (/CERT|SSL|TLS/u.test(code))
    return { kind: 'unsure', because: `Its certificate is not one that this machine trusts (${code}).` };
  const words = cause instanceof Error ? cause.message : String(error);
  return {
    kind: 'unsure',
    because: `The server cannot be reached: ${words}${words.endsWith('.') ? '' : '.'}`,
  };
}
