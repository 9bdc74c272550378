import type { Fault, FaultScript } from './forge/faults.ts';
import type { Chance } from './forge/random.ts';

const operations = ['Categories', 'Index', 'Threads', 'Comments', 'Replies', 'Whereabouts'];

/** Up to three things that go wrong with one kind of question for a while, among them answers that lie without a seam. */
export function lastingFaults(chance: Chance): FaultScript {
  return Array.from({ length: chance.int(0, 3) }, () => {
    const from = chance.int(1, 12);
    return {
      at: { operation: chance.pick(operations), from, to: from + chance.int(0, 12) },
      fault: someFault(chance),
    };
  });
}

function someFault(chance: Chance): Fault {
  const lie = (): Fault => ({
    kind: 'shrunken',
    share: chance.pick([0.1, 0.5, 1]),
    seed: chance.int(1, 999),
    says: chance.pick(['all', 'left']),
    ends: chance.happens(0.5),
    lists: chance.pick(['outer', 'all']),
  });
  return chance.pick<() => Fault>([
    ...[lie, lie, lie],
    () => ({ kind: 'changes', count: 2 }),
    () => ({ kind: 'broken', status: 502 }),
    () => ({ kind: 'html', status: 403 }),
    () => ({ kind: 'cut', share: 0.9 }),
    () => ({ kind: 'primary-limit', spelling: 'RATE_LIMITED', seconds: 5000 }),
  ])();
}
