import { expect, it } from 'vitest';
import { applyTreeDelta } from '../../../src/source/tree-delta.ts';
import { wholeTree, type Tree } from '../../../src/source/tree-runs.ts';
import { createRandom, type Random } from '../../bench/random.ts';

const idLength = 20;

// Each of the long names holds what the entry of a short one begins with.
const names = Array.from({ length: 60 }, (_, index) => [`x100644 page-${index}`, `page-${index}`]).flat();

function written(entries: ReadonlyMap<string, string>): Buffer {
  return Buffer.concat(
    [...entries].flatMap(([name, id]) => [Buffer.from(`100644 ${name}\0`), Buffer.from(id, 'latin1')]),
  );
}

/** A difference that cuts where no entry ends: it copies whatever is the same somewhere, and adds the rest. */
function difference(base: Buffer, whole: Buffer, random: Random): Buffer {
  const orders: number[] = [...sizeOf(base.length), ...sizeOf(whole.length)];
  for (let at = 0; at < whole.length;) {
    const length = Math.min(random.between(1, 120), whole.length - at);
    const piece = whole.subarray(at, at + length);
    const place = base.indexOf(piece);
    if (place === -1 || random.chance(0.1)) orders.push(length, ...piece);
    else orders.push(0b1001_0011, place & 255, place >> 8, length);
    at += length;
  }
  return Buffer.from(orders);
}

function sizeOf(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...sizeOf(value >> 7)];
}

function bytesOf({ runs }: Tree): Buffer {
  return Buffer.concat(
    runs.map(({ sheet, from, to }) => sheet.bytes.subarray(sheet.starts[from], sheet.starts[to])),
  );
}

it('puts together what a difference describes, wherever it cuts, also over many versions', () => {
  const random = createRandom(1, 'differences of folders');
  const id = () =>
    Array.from({ length: idLength }, () => String.fromCodePoint(random.between(0, 255))).join('');
  const entries = new Map(names.filter((_, index) => index % 3 > 0).map((name) => [name, id()]));
  let bytes = written(entries);
  let tree = wholeTree(bytes, idLength);
  for (let version = 0; version < 200; version += 1) {
    const name = random.pick(names);
    const [other] = random.some(names, 1);
    if (random.chance(0.3)) entries.delete(name);
    else entries.set(name, (other !== undefined && entries.get(other)) || id());
    const whole = written(entries);
    tree = applyTreeDelta(tree, difference(bytes, whole, random), idLength);
    bytes = whole;
    expect(bytesOf(tree).equals(bytes)).toBe(true);
    expect(tree.size).toBe(bytes.length);
    for (const { sheet, from, size } of tree.runs) {
      const start = sheet.starts[from] ?? 0;
      expect(size).toBeGreaterThan(idLength);
      expect(sheet.bytes.toString('latin1', start, start + 7)).toBe('100644 ');
    }
  }
});

it('takes the end of an entry for one of its own where a difference does', () => {
  const [before, after] = ['x100644 page', 'page'].map((name) =>
    written(new Map([name, 'question', 'rest'].map((each) => [each, 'i'.repeat(idLength)]))),
  );
  if (before === undefined || after === undefined) throw new Error('There are two.');
  const start = before.length - after.length;
  const orders = [before.length, after.length, 0b1001_0001, start, after.length];
  const tree = applyTreeDelta(wholeTree(before, idLength), Buffer.from(orders), idLength);
  expect(bytesOf(tree)).toEqual(after);
});

it('refuses what does not fit: another base, a part of an entry, more than there is, an unknown order', () => {
  const bytes = written(new Map([['page', 'i'.repeat(idLength)]]));
  const tree = wholeTree(bytes, idLength);
  const apply = (...orders: number[]) => applyTreeDelta(tree, Buffer.from(orders), idLength);
  const { length } = bytes;
  expect(bytesOf(apply(length, length, 0b1001_0000, length))).toEqual(bytes);
  expect(() => apply(length + 1, length, 0b1001_0000, length)).toThrow('from something else');
  expect(() => apply(length, length + 1, 0b1001_0000, length)).toThrow('from something else');
  expect(() => apply(length, length - 1, 0b1001_0000, length - 1)).toThrow('cut off');
  expect(() => apply(length, length, 0b1001_0000, length + 1)).toThrow('more than there is');
  expect(() => apply(length, length, 0)).toThrow('cannot be read');
  expect(() => apply(length, length, 5, 1)).toThrow('cannot be read');
  expect(() => wholeTree(bytes.subarray(1, -1), idLength)).toThrow('cut off');
});
