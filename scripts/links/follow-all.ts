import Bottleneck from 'bottleneck';
import { followLink, type Verdict } from './follow-link.ts';
import type { OutwardLink } from './outward-links.ts';

export type FollowedLink = OutwardLink & { verdict: Verdict };

export interface Manners {
  /** Milliseconds between two questions to one host at least. */
  spacing: number;
  /** Milliseconds for one answer. */
  timeout: number;
}

export const usualManners: Manners = { spacing: 500, timeout: 20_000 };
const hostsAtOnce = 16;

/** Follows every link: many hosts at once, and one page of a host after the other. */
export async function followAll(
  links: readonly OutwardLink[],
  { spacing, timeout }: Manners,
  { signal, onDone }: { signal: AbortSignal; onDone: (done: number, total: number) => void },
): Promise<FollowedLink[]> {
  const all = new Bottleneck({ maxConcurrent: hostsAtOnce });
  const hosts = new Bottleneck.Group({ maxConcurrent: 1, minTime: spacing });
  let done = 0;
  return Promise.all(
    links.map(async (link) => {
      const host = hosts.key(new URL(link.url).host);
      const verdict = await host.schedule(() => {
        signal.throwIfAborted();
        return all.schedule(() => followLink(link.url, { signal, timeout }));
      });
      onDone((done += 1), links.length);
      return { ...link, verdict };
    }),
  );
}
