import { beforeAll, describe, expect, it } from 'vitest';
import { pathological } from './pathological/inputs.ts';
import { measureAll, type Measurement } from './pathological/measure.ts';
import { representative } from './pathological/representative.ts';
import { bounds, isWithin, verdictOf } from './pathological/table.ts';

// Machines that do other work at the same time are slower; what hangs or doubles with every sign is far beyond this.
const slack = 3;

describe('files that were made to be slow', () => {
  let measurements: Measurement[] = [];
  beforeAll(async () => {
    const inputs = pathological.filter(({ name }) => Object.hasOwn(representative, name));
    const halves = [0, 1].map((half) => inputs.filter((_, index) => index % 2 === half));
    measurements = (await Promise.all(halves.map((some) => measureAll(some, { wallSeconds: 60 })))).flat();
  });

  it('are at least forty here, and have names of their own', () => {
    expect(measurements.length).toBeGreaterThanOrEqual(40);
    expect(new Set(pathological.map(({ name }) => name)).size).toBe(pathological.length);
  });

  it('are each refused by name of a rule, or rendered', () => {
    const verdicts = Object.fromEntries(measurements.map((one) => [one.name, verdictOf(one)]));
    expect(verdicts).toEqual(representative);
  });

  it(`take ${bounds.seconds} seconds of the processor and ${bounds.megabytes} MB at most, on a quiet machine`, () => {
    const beyond = measurements.filter((one) => !isWithin(one, slack));
    expect(beyond).toEqual([]);
  });
});
