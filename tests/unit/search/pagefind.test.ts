import { expect, it } from 'vitest';
import { loadHit, valued, type Hit, type RawResult } from '../../../src/search/pagefind.ts';

/** A page that says how often it was read, and that cannot be read the first few times. */
function aResult(id: string, failures = 0) {
  let reads = 0;
  const data = (): Promise<Hit> => {
    reads += 1;
    if (reads <= failures) return Promise.reject(new Error('The connection was lost.'));
    const rest = { meta: {}, filters: {}, excerpt: '', content: '', anchors: [], weighted_locations: [] };
    return Promise.resolve({ url: `/${id}/`, ...rest });
  };
  const result: RawResult = { id, score: 1, data };
  return { result, reads: () => reads };
}

it('reads a page once for one result, whatever it is worth', async () => {
  const { result, reads } = aResult('once');
  const [first, again] = await Promise.all([loadHit(result), loadHit(valued(valued(result, 2), 3))]);
  expect(first.url).toBe('/once/');
  expect(again).toBe(first);
  expect(reads()).toBe(1);
});

it('reads a page again that could not be read', async () => {
  const { result, reads } = aResult('lost', 1);
  await expect(loadHit(result)).rejects.toThrow('The connection was lost.');
  expect((await loadHit(result)).url).toBe('/lost/');
  expect(reads()).toBe(2);
});
