import { z } from 'zod';
import { plainLine } from '../../src/model/plain-line.ts';

type ForgeErrorKind = 'busy' | 'absent' | 'refused';

/**
 * Why the forge did not answer, in a sentence. `busy`: it may go better another time, or with a smaller question;
 * `absent`: there is no such thing, or none that the token may see; `refused`: somebody has to mend something.
 */
export class ForgeError extends Error {
  override readonly name = 'ForgeError';
  readonly kind: ForgeErrorKind;

  constructor(message: string, kind: ForgeErrorKind, because?: string) {
    super(message, because === undefined ? {} : { cause: new Error(plainLine(because.slice(0, 500))) });
    this.kind = kind;
  }
}

/** What came is not the data that was asked for: it was cut off, or is a page for people. */
export class NotDataError extends Error {
  override readonly name = 'NotDataError';
}

const refusal = z.object({
  message: z.string(),
  type: z.string().optional(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.object({ code: z.string().optional() }).optional(),
});
/** How octokit hands over what GraphQL has to say; its class is not exported by the package that we use. */
const inAnswer = z.object({
  name: z.literal('GraphqlResponseError'),
  errors: z.array(refusal).min(1),
  data: z.unknown(),
});
const inHttp = z.object({
  name: z.literal('HttpError'),
  status: z.number(),
  message: z.string(),
  response: z.object({ headers: z.record(z.string(), z.unknown()) }).optional(),
  cause: z.instanceof(Error).optional(),
});

/** The rest of an answer in which nothing is wrong but that some of the things asked for are not there. */
export function dataWithAbsences(error: unknown): unknown {
  const { success, data } = inAnswer.safeParse(error);
  if (!success) return undefined;
  const isAbsence = data.errors.every(({ type, path }) => type === 'NOT_FOUND' && path?.[0] === 'nodes');
  return isAbsence ? data.data : undefined;
}

/** What the forge is asked for, so that a refusal can say what is needed. */
export interface Errand {
  /** What the token has to be allowed, in whole sentences. */
  permission: string;
  /** What it means that nothing is there. */
  notFound: { message: string; kind: ForgeErrorKind };
}

/** What went wrong between us and the forge at this address, as a sentence. */
export function forgeError(error: unknown, base: string, errand = readingDiscussions(base)): ForgeError {
  const answer = inAnswer.safeParse(error);
  if (answer.success) return fromAnswer(answer.data.errors, errand);
  const http = inHttp.safeParse(error);
  if (!http.success)
    return new ForgeError(`The forge at ${base} could not be asked.`, 'refused', String(error));
  const { status, message, response, cause } = http.data;
  if (response === undefined) return fromNetwork(cause, message, base);
  if (status === 401)
    return new ForgeError(
      'The forge does not accept the token in GITHUB_TOKEN or GH_TOKEN. It may be mistyped, expired or revoked.',
      'refused',
    );
  if (status === 404) return new ForgeError(errand.notFound.message, errand.notFound.kind);
  if (status === 403 || status === 429) return fromRefusal(message, response.headers, errand);
  return status >= 500
    ? new ForgeError(`The forge at ${base} is in trouble: it answered ${status}, again and again.`, 'busy')
    : new ForgeError(`The forge at ${base} refused the question with ${status}.`, 'refused', message);
}

function readingDiscussions(base: string): Errand {
  return {
    permission: mayReadDiscussions,
    notFound: { message: `There is no API at ${base}. Is forge.url in site.yml right?`, kind: 'refused' },
  };
}

const mayReadDiscussions =
  'A fine-grained token needs the permission "Discussions: read" for the repository, a classic one the scope "repo", and a job of GitHub Actions "permissions: discussions: read".';

function fromAnswer(errors: readonly z.output<typeof refusal>[], { permission }: Errand): ForgeError {
  const [first = { message: '' }] = errors;
  const has = (type: string) => errors.some((error) => error.type === type);
  if (has('FORBIDDEN') || has('INSUFFICIENT_SCOPES'))
    return new ForgeError(`The token may not read the discussions. ${permission}`, 'refused', first.message);
  if (first.type === 'NOT_FOUND')
    return new ForgeError('The forge has no such thing.', 'absent', first.message);
  if (first.extensions?.code !== undefined)
    return new ForgeError(
      'The server does not know what it is asked for. It may be an Enterprise Server that is too old.',
      'refused',
      first.message,
    );
  const isBusy =
    has('RESOURCE_LIMITS_EXCEEDED') ||
    errors.some(({ message }) => /something went wrong|timeout/iu.test(message));
  return isBusy
    ? new ForgeError('The forge gave up on a question half-way.', 'busy', first.message)
    : new ForgeError('The forge refused a question.', 'refused', first.message);
}

function fromRefusal(message: string, headers: Record<string, unknown>, { permission }: Errand): ForgeError {
  if (/\bsecondary rate\b/iu.test(message))
    return new ForgeError(
      'The forge asks for a longer pause than this command makes. Run it again in an hour.',
      'refused',
      message,
    );
  if (headers['x-ratelimit-remaining'] === '0') {
    const reset = new Date(Number(headers['x-ratelimit-reset'] ?? 0) * 1000).toISOString();
    return new ForgeError(
      `The forge has answered as many questions as it does in an hour. It goes on at ${reset.slice(11, 16)} UTC; run the command again then.`,
      'refused',
    );
  }
  if (isPage(message))
    return new ForgeError(
      'A web page says that the forge may not be asked: a proxy or a login may stand in between.',
      'refused',
    );
  return new ForgeError(`The forge refuses the token. ${permission}`, 'refused', message);
}

/** Whether what came is for people. */
export function isPage(text: string): boolean {
  return /^\s*<(?:!doctype|html)/iu.test(text);
}

function fromNetwork(cause: Error | undefined, message: string, base: string): ForgeError {
  if (cause instanceof NotDataError) return new ForgeError(`What came from ${base} ${cause.message}`, 'busy');
  if (cause?.name === 'TimeoutError')
    return new ForgeError(`The forge at ${base} did not answer in time.`, 'busy');
  return new ForgeError(
    `The forge at ${base} could not be reached, or the connection was cut.`,
    'busy',
    message,
  );
}
