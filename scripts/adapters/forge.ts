import { Octokit } from '@octokit/core';
import { paginateGraphQL } from '@octokit/plugin-paginate-graphql';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import Bottleneck from 'bottleneck';
import type { z } from 'zod';
import type { Query } from '../threads/query.ts';
import { carefulFetch } from './careful-fetch.ts';
import { dataWithAbsences, ForgeError, forgeError } from './forge-error.ts';

/** The forge, as far as it answers questions. Everything that goes wrong is a `ForgeError` with its sentence. */
export interface ForgeApi {
  ask: <Answer extends z.ZodType>(query: Query<Answer>, variables: Variables) => Promise<z.output<Answer>>;
  /** The pages of the only list in the answer; `$cursor` is where they begin. */
  pages: <Answer extends z.ZodType>(
    query: Query<Answer>,
    variables: Variables,
  ) => AsyncIterable<z.output<Answer>>;
  /** How many requests were sent. */
  calls: () => number;
}

type Variables = Record<string, string | number | boolean | readonly string[] | null>;

export interface ForgeOptions {
  /** Such as `https://api.github.com`; what it asks is at `/graphql` below it. */
  base: string;
  token: string;
  signal: AbortSignal;
  /** Is told of every pause that the forge asks for, in seconds. */
  onPause: (seconds: number) => void;
  pace?: Pace;
}

/** How patient it is. */
export interface Pace {
  /** Milliseconds between two questions at least. */
  spacing: number;
  /** Milliseconds after which a question has no answer. */
  timeout: number;
  /** How many milliseconds a second of waiting has. */
  second: number;
  /** The longest pause, in seconds, that is waited for. */
  longestPause: number;
}

// GitHub counts 2,000 questions a minute as too many, and one at a time is what it asks for.
const usualPace: Pace = { spacing: 40, timeout: 60_000, second: 1000, longestPause: 15 * 60 };
const mostPauses = 3;

const PatientOctokit = Octokit.plugin(retry, throttling, paginateGraphQL);

/** Speaks to the forge at the pace that it asks for, and tries again what may go better the next time. */
export function openForge({ base, token, signal, onPause, pace = usualPace }: ForgeOptions): ForgeApi {
  let calls = 0;
  const mayWait = (seconds: number, _options: unknown, _octokit: unknown, pauses: number) => {
    const wait = seconds <= pace.longestPause && pauses < mostPauses;
    if (wait) onPause(seconds);
    return wait;
  };
  const octokit = new PatientOctokit({
    // With "/api/v3" the throttling would not notice the limits of an Enterprise Server.
    baseUrl: base,
    auth: token,
    userAgent: 'watercooler-threads',
    request: {
      fetch: carefulFetch({ signal, timeout: pace.timeout, onCall: () => (calls += 1) }),
      retryAfterBaseValue: pace.second,
    },
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    // The throttling knows better how long to wait after these.
    retry: { retryAfterBaseValue: pace.second, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    throttle: {
      onRateLimit: mayWait,
      onSecondaryRateLimit: mayWait,
      retryAfterBaseValue: pace.second,
      // By itself it would let a second pass before every question.
      write: new Bottleneck.Group({ maxConcurrent: 1, minTime: pace.spacing }),
    },
  });
  const read = <Answer extends z.ZodType>({ answer }: Query<Answer>, told: unknown): z.output<Answer> => {
    const { success, data, error } = answer.safeParse(told);
    if (success) return data;
    throw new ForgeError(
      `The forge at ${base} gave an answer that is not what was asked for.`,
      'busy',
      error.message,
    );
  };
  const failed = (error: unknown) => {
    signal.throwIfAborted();
    return error instanceof ForgeError ? error : forgeError(error, base);
  };
  return {
    ask: async (query, variables) => {
      try {
        return read(query, await untilAborted(octokit.graphql(query.text, variables), signal));
      } catch (error) {
        const rest = dataWithAbsences(error);
        if (rest === undefined) throw failed(error);
        return read(query, rest);
      }
    },
    pages: async function* (query, variables) {
      const pages = octokit.graphql.paginate.iterator<unknown>(query.text, variables)[Symbol.asyncIterator]();
      for (;;) {
        try {
          const { done, value } = await untilAborted(pages.next(), signal);
          if (done) return;
          yield read(query, value);
        } catch (error) {
          throw failed(error);
        }
      }
    },
    calls: () => calls,
  };
}

/** A pause can be long, and whoever wants to end does not wait for its end. */
function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => {
    reject(signal.reason);
  };
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([work, promise]).finally(() => {
    signal.removeEventListener('abort', stop);
  });
}
