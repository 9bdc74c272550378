import { describe, expect, it } from 'vitest';
import { inLanes, lanesOf, type Piece } from '../../../scripts/testing/lanes.ts';
import { steps } from '../../../scripts/testing/steps.ts';

/** Work of which a test decides when each piece ends. What has begun is written down. */
function workshop(lanes: number, pieces: readonly Piece[]) {
  const stop = new AbortController();
  const begun: string[] = [];
  const given: string[] = [];
  const ends = new Map<string, () => void>();
  const work = ({ name }: Piece) => {
    begun.push(name);
    return new Promise<{ made: string }>((resolve) => {
      ends.set(name, () => {
        resolve({ made: name });
      });
    });
  };
  const done = (async () => {
    for await (const [{ name }, { made }] of inLanes(pieces, lanes, work, stop.signal))
      given.push(name === made ? name : `${made} as ${name}`);
  })();
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (name: string) => {
    ends.get(name)?.();
    await settle();
  };
  return { begun, given, done, end, settle, stop };
}

const piece = (name: string, { lanes = 1, after = [] }: Partial<Piece> = {}): Piece => ({
  name,
  lanes,
  after,
});

describe('work in two lanes', () => {
  it('is done two pieces at a time, and given in its order', async () => {
    const { begun, given, done, end, settle } = workshop(2, [piece('a'), piece('b'), piece('c')]);
    await settle();
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    expect(given).toEqual([]);
    await end('a');
    expect(given).toEqual(['a', 'b']);
    await end('c');
    await done;
    expect(given).toEqual(['a', 'b', 'c']);
  });

  it('waits for what it comes after, and lets others pass', async () => {
    const { begun, end, settle } = workshop(2, [piece('a'), piece('b', { after: ['a', 'z'] }), piece('c')]);
    await settle();
    expect(begun).toEqual(['a', 'c']);
    await end('c');
    expect(begun).toEqual(['a', 'c']);
    await end('a');
    expect(begun).toEqual(['a', 'c', 'b']);
  });

  it('is alone when it fills both', async () => {
    const after = ['a'];
    const wide = piece('b', { lanes: 2, after });
    const { begun, end, settle } = workshop(2, [piece('a'), wide, piece('c', { after }), piece('d')]);
    await settle();
    expect(begun).toEqual(['a', 'd']);
    await end('d');
    await end('a');
    expect(begun).toEqual(['a', 'd', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'd', 'b', 'c']);
  });

  it('begins nothing once it is stopped, and ends when what is under way has ended', async () => {
    const { begun, given, done, end, settle, stop } = workshop(2, [piece('a'), piece('b'), piece('c')]);
    await settle();
    stop.abort();
    await end('a');
    let isDone = false;
    void done.then(() => (isDone = true));
    await settle();
    expect([begun, given, isDone]).toEqual([['a', 'b'], ['a'], false]);
    await end('b');
    await done;
    expect(begun).toEqual(['a', 'b']);
  });

  it('waits for what is under way when nobody asks for more', async () => {
    const { signal } = new AbortController();
    const order: string[] = [];
    const work = async ({ name }: Piece) => {
      if (name === 'b') await new Promise((resolve) => setTimeout(resolve, 20));
      order.push(name);
      return {};
    };
    for await (const [{ name }] of inLanes([piece('a'), piece('b')], 2, work, signal)) {
      order.push(`${name} is given`);
      break;
    }
    expect(order).toEqual(['a', 'a is given', 'b']);
  });

  it('fails as its piece does, or when a piece waits for itself', async () => {
    const fail = () => Promise.reject(new Error('No more.'));
    const { signal } = new AbortController();
    await expect(inLanes([piece('a')], 2, fail, signal).next()).rejects.toThrow('No more.');
    const { done } = workshop(2, [piece('a', { after: ['a'] })]);
    await expect(done).rejects.toThrow('"a" waits for itself.');
  });
});

it('in one lane, is done piece by piece, however many it fills', async () => {
  const { begun, end, settle } = workshop(1, [piece('a', { lanes: 2 }), piece('b')]);
  await settle();
  expect(begun).toEqual(['a']);
  await end('a');
  expect(begun).toEqual(['a', 'b']);
});

it('has a lane for each core and for the memory that a step may take, and never more than two', () => {
  expect(lanesOf({ cores: 1, memory: 64e9 })).toBe(1);
  expect(lanesOf({ cores: 2, memory: 4e9 })).toBe(1);
  expect(lanesOf({ cores: 2, memory: 8e9 })).toBe(2);
  expect(lanesOf({ cores: 16, memory: 64e9 })).toBe(2);
  expect(lanesOf({ cores: 2, memory: 1e9 })).toBe(1);
});

it('knows every step that another comes after, and none that comes after itself', () => {
  const before: string[] = [];
  for (const { name, after, needs } of steps) {
    expect(before).toEqual(expect.arrayContaining([...after]));
    if (needs !== undefined) expect(after).toContain(needs);
    before.push(name);
  }
});
