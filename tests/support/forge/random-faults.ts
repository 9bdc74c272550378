import type { Fault, FaultScript, ScriptedFault } from './faults.ts';
import { createChance, type Chance } from './random.ts';

interface Troubles {
  /** The last call at which something may go wrong; from then on all is well. */
  calls: number;
  /** How many of the calls go wrong. */
  share?: number;
  /** Before how many of the calls people do something. */
  changing?: number;
  /** Seconds to wait, where the forge says how long. */
  retryAfter?: number;
  /** Without answers that never come, for those who would have to wait long to notice. */
  silences?: boolean;
}

/** What can go wrong, and how often compared with the others. */
const troubles: readonly [weight: number, make: (chance: Chance, retryAfter: number) => Fault][] = [
  [
    3,
    (chance, retryAfter) => ({
      kind: 'secondary-limit',
      status: chance.pick([403, 403, 429, 200]),
      retryAfter,
    }),
  ],
  [1, () => ({ kind: 'secondary-limit', status: 403 })],
  [
    2,
    (chance, retryAfter) => ({
      kind: 'primary-limit',
      spelling: chance.pick(['RATE_LIMITED', 'RATE_LIMIT']),
      seconds: retryAfter,
    }),
  ],
  [4, (chance) => ({ kind: 'broken', status: chance.pick([500, 502, 502, 503, 504]) })],
  [2, (chance) => ({ kind: 'html', status: chance.pick([200, 502, 503]) })],
  [3, (chance) => ({ kind: 'cut', share: chance.pick([0, 0.01, 0.5, 0.99]) })],
  [1, (chance) => ({ kind: 'slow', pieces: chance.int(2, 6), pauseMs: 1 })],
  [
    3,
    (chance) => ({
      kind: 'partial',
      share: chance.pick([0.05, 0.3, 1]),
      seed: chance.int(1, 1e9),
      type: chance.pick(['RESOURCE_LIMITS_EXCEEDED', 'none']),
    }),
  ],
  [
    3,
    (chance) => ({
      kind: 'shrunken',
      share: chance.pick([0.05, 0.3, 1]),
      seed: chance.int(1, 1e9),
      says: 'all',
      ends: chance.happens(0.5),
      lists: chance.pick(['outer', 'all']),
    }),
  ],
  [1, () => ({ kind: 'silence' })],
];

/** A script of things that go wrong, the same for the same seed. */
export function randomFaults(
  seed: number,
  { calls, share = 0.4, changing = 0.2, retryAfter = 1, silences = true }: Troubles,
): FaultScript {
  const chance = createChance(seed);
  const script: ScriptedFault[] = [];
  for (let at = 1; at <= calls; at += 1) {
    if (chance.happens(changing)) script.push({ at, fault: { kind: 'changes', count: chance.int(1, 4) } });
    if (!chance.happens(share)) continue;
    const fault = someTrouble(chance, retryAfter);
    if (silences || fault.kind !== 'silence') script.push({ at, fault });
  }
  return script;
}

function someTrouble(chance: Chance, retryAfter: number): Fault {
  let left = chance.next() * troubles.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, make] of troubles) {
    left -= weight;
    if (left < 0) return make(chance, retryAfter);
  }
  return { kind: 'broken', status: 502 };
}
