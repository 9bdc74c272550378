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
  /** Counts a request; the secondary limit refuses those that are too many. */
  begin: () => 'allowed' | 'too-many';
  end: () => void;
  /** Takes points, or says that there are not enough. */
  spend: (points: number) => boolean;
  used: () => number;
  remaining: () => number;
  /** In seconds since 1970. */
  resetsAt: () => number;
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
  return {
    begin: () => {
      const minuteAgo = now() - 60_000;
      recent = recent.filter((moment) => moment > minuteAgo);
      recent.push(now());
      running += 1;
      return recent.length > limits.perMinute || running > limits.atOnce ? 'too-many' : 'allowed';
    },
    end: () => {
      running -= 1;
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
    used: () => used,
    remaining: () => limits.points - used,
    resetsAt: () => Math.ceil(windowEnd / 1000),
  };
}
