import { Octokit } from '@octokit/core';
import { paginateGraphQL } from '@octokit/plugin-paginate-graphql';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import Bottleneck from 'bottleneck';
import { carefulFetch } from './careful-fetch.ts';

/** How a forge is spoken to. */
export interface ForgeOptions {
  /** Such as `https://api.github.com`. */
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
  /** Milliseconds between two changes that people are told of at least. */
  notifying: number;
  /** Milliseconds after which a question has no answer. */
  timeout: number;
  /** How many milliseconds a second of waiting has. */
  second: number;
  /** The longest pause, in seconds, that is waited for. */
  longestPause: number;
}

// GitHub counts 2,000 questions a minute as too many, and one at a time is what it asks for.
const usualPace: Pace = {
  spacing: 40,
  notifying: 3_000,
  timeout: 60_000,
  second: 1000,
  longestPause: 15 * 60,
};
const mostPauses = 3;

const PatientOctokit = Octokit.plugin(retry, throttling, paginateGraphQL);

/** An octokit that keeps the pace that the forge asks for, and tries again what may go better the next time. */
export function patientOctokit(
  { base, token, signal, onPause, pace = usualPace }: ForgeOptions,
  { userAgent, onCall }: { userAgent: string; onCall: () => void },
) {
  const mayWait = (seconds: number, _options: unknown, _octokit: unknown, pauses: number) => {
    const wait = seconds <= pace.longestPause && pauses < mostPauses;
    if (wait) onPause(seconds);
    return wait;
  };
  // By itself it would let a second pass before every question.
  const oneByOne = (minTime: number) => new Bottleneck.Group({ maxConcurrent: 1, minTime });
  return new PatientOctokit({
    baseUrl: base,
    auth: token,
    userAgent,
    request: {
      fetch: carefulFetch({ signal, timeout: pace.timeout, onCall }),
      retryAfterBaseValue: pace.second,
    },
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    // The throttling knows better how long to wait after these.
    retry: { retryAfterBaseValue: pace.second, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    throttle: {
      onRateLimit: mayWait,
      onSecondaryRateLimit: mayWait,
      retryAfterBaseValue: pace.second,
      write: oneByOne(pace.spacing),
      notifications: oneByOne(pace.notifying),
    },
  });
}

/** A pause can be long, and whoever wants to end does not wait for its end. */
export function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => {
    reject(signal.reason);
  };
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([work, promise]).finally(() => {
    signal.removeEventListener('abort', stop);
  });
}
