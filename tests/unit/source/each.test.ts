import { expect, it } from 'vitest';
import { each } from '../../../src/source/each.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

it('keeps the order of the items, and has few under way at a time', async () => {
  const items = Array.from({ length: 400 }, (_, index) => index);
  let [underWay, most] = [0, 0];
  const doubled = await each(items, async (item) => {
    underWay += 1;
    most = Math.max(most, underWay);
    if (item % 3 !== 0) await pause();
    underWay -= 1;
    return item * 2;
  });
  expect(doubled).toEqual(items.map((item) => item * 2));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThan(200);
});

it('gives nothing for nothing, and the failure of any item', async () => {
  expect(await each([], pause)).toEqual([]);
  const failing = each([1, 2], (item) => (item === 2 ? Promise.reject(new Error('no')) : pause()));
  await expect(failing).rejects.toThrow('no');
});
