import type { ObjectPlaces, PackPlace } from './object-places.ts';
import type { PackedObject } from './pack-file.ts';
import { applyTreeDelta } from './tree-delta.ts';
import { wholeTree, type Tree } from './tree-runs.ts';

/** A whole folder and those that are known by their difference from it. They share its bytes, and go together. */
interface Family {
  members: Map<number | string, Tree>;
  /** About how much memory they take. */
  bytes: number;
}

const mostBytes = 64 * 1024 * 1024;
// git itself makes no longer chain of differences.
const longestChain = 4095;

/** Reads folders, and keeps those that were read last. */
export function createTreeReader(objects: ObjectPlaces, idLength: number) {
  const families = new Map<number | string, Family>();
  let kept = 0;

  const found = (key: number | string) => {
    const family = families.get(key);
    const tree = family?.members.get(key);
    return family === undefined || tree === undefined ? undefined : { family, tree };
  };

  const keep = (key: number | string, tree: Tree, bytes: number, family: Family) => {
    family.members.set(key, tree);
    families.set(key, family);
    family.bytes += bytes;
    kept += bytes;
    if (kept <= mostBytes) return;
    // Those that began to be kept first are given up first.
    for (const [, oldest] of families) {
      if (kept <= mostBytes || oldest === family) break;
      for (const member of oldest.members.keys()) families.delete(member);
      kept -= oldest.bytes;
    }
  };

  const begin = (key: number | string, object: PackedObject) => {
    if (object.kind !== 'tree')
      throw new Error('An object of the repository is not the folder it should be.');
    const tree = wholeTree(object.bytes, idLength);
    const family = { members: new Map<number | string, Tree>(), bytes: 0 };
    keep(key, tree, 2 * tree.size + 500, family);
    return { tree, family };
  };

  const packed = (place: PackPlace): Tree => {
    const chain: { key: number; bytes: Buffer }[] = [];
    let known = found(place.key);
    for (let at = place; known === undefined;) {
      const object = at.pack.objectAt(at.offset);
      if (object.kind === 'delta') {
        chain.push({ key: at.key, bytes: object.bytes });
        const base = objects.find(object.base, at);
        if (base === undefined || chain.length > longestChain)
          throw new Error('A pack has a difference from something that is not there.');
        known = found(base.key);
        at = base;
      } else known = begin(at.key, object);
    }
    let { tree } = known;
    for (const { key, bytes } of chain.reverse()) {
      tree = applyTreeDelta(tree, bytes, idLength);
      keep(key, tree, 8 * tree.runs.length + 2 * bytes.length + 1000, known.family);
    }
    return tree;
  };

  /** The folder of a name. Throws when it cannot be read. */
  return (id: Buffer): Tree => {
    const place = objects.find(id);
    if (place !== undefined) return packed(place);
    const key = id.toString('latin1');
    const known = found(key);
    if (known !== undefined) return known.tree;
    const object = objects.looseObject(id);
    if (object === undefined) throw new Error('An object of the repository is not where it should be.');
    return begin(key, object).tree;
  };
}
