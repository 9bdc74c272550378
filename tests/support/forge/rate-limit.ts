import type { GraphQLError } from 'graphql/index.js';
import { refused } from './connection.ts';

export interface Limits {
  /** Points in a window. */
  points: number;
  windowSeconds: number;
  /** Requests in a minute, before the secondary limit. */
  perMinute: number;
  /** Requests at once, before the secondary limit. */
  atOnce: number;
}

/** As the forge documents them for a user's token. */
export const documentedLimits: Limits = { points: 5000, windowSeconds: 3600, perMinute: 2000, atOnce: 100 };

/** The shape of the schema's `RateLimit`. */
export interface RateLimitState {
  limit: number;
  cost: number;
  remaining: number;
  used: number;
  resetAt: string;
  nodeCount: number;
}

export interface Budget {
  /** Counts a request, until what it gives is called; undefined when the secondary limit refuses it. */
  admit: () => (() => void) | undefined;
  /** Takes points, or says that there are not enough. */
  spend: (points: number) => boolean;
  state: (spent: { cost: number; nodes: number }) => RateLimitState;
  headers: () => Record<string, string>;
}

export function createBudget(limits: Limits, now: () => number): Budget {
  let windowEnd = now() + limits.windowSeconds * 1000;
  let used = 0;
  let running = 0;
  let recent: number[] = [];
  const renew = (): void => {
    if (now() < windowEnd) return;
    windowEnd = now() + limits.windowSeconds * 1000;
    used = 0;
  };
  const resetsAt = (): number => Math.ceil(windowEnd / 1000);
  return {
    admit: () => {
      const minuteAgo = now() - 60_000;
      recent = recent.filter((moment) => moment > minuteAgo);
      recent.push(now());
      if (recent.length > limits.perMinute || running >= limits.atOnce) return undefined;
      running += 1;
      return () => {
        running -= 1;
      };
    },
    spend: (points) => {
      renew();
      if (used + points > limits.points) {
        used = limits.points;
        return false;
      }
      used += points;
      return true;
    },
    state: ({ cost, nodes }) => ({
      limit: limits.points,
      cost,
      remaining: limits.points - used,
      used,
      resetAt: new Date(resetsAt() * 1000).toISOString().replace('.000Z', 'Z'),
      nodeCount: nodes,
    }),
    headers: () => ({
      'x-ratelimit-limit': String(limits.points),
      'x-ratelimit-remaining': String(limits.points - used),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(resetsAt()),
      'x-ratelimit-resource': 'graphql',
    }),
  };
}

export function noPointsLeft(): GraphQLError {
  return refused('RATE_LIMIT', 'API rate limit already exceeded for user ID 1.', {
    code: 'graphql_rate_limit',
  });
}
