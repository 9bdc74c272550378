import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { mostObjectBytes, openPackFile, type PackedObject, type PackFile } from './pack-file.ts';
import { readPackIndex, type PackIndex } from './pack-index.ts';

/** Where git keeps its objects. */
export interface ObjectFolder {
  /** The folder `objects`. */
  path: string;
  /** How many bytes the name of an object has. */
  idLength: number;
}

/** A place in a pack, counted over all packs. */
export interface PackPlace {
  pack: PackFile;
  offset: number;
  /** Names the place. */
  key: number;
}

/** Finds objects of a repository without git. What it does not find may still be there, for git to read. */
export interface ObjectPlaces {
  /** A place for a name, or for an offset in the pack of another place. */
  find: (base: number | Buffer, from?: PackPlace) => PackPlace | undefined;
  /** An object in a file of its own. */
  looseObject: (id: Buffer) => Exclude<PackedObject, { kind: 'delta' }> | undefined;
  close: () => void;
}

interface IndexedPack {
  file: string;
  index: PackIndex;
  /** Undefined before it is needed. */
  pack?: PackFile | undefined;
}

// Offsets are below it.
const packKeys = 2 ** 40;

/** Opens the objects of a repository and of those that it borrows from. */
export function openObjectPlaces({ path, idLength }: ObjectFolder): ObjectPlaces {
  const folders = [...withAlternates(path)];
  const packs = folders.flatMap((folder) => indexedPacks(join(folder, 'pack'), idLength));
  let recent = 0;

  return {
    find: (base, from) => {
      if (typeof base === 'number')
        return from && { pack: from.pack, offset: base, key: from.key - from.offset + base };
      // What is asked for lies mostly where the last one lay.
      for (let turn = 0; turn < packs.length; turn += 1) {
        const number = (recent + turn) % packs.length;
        const indexed = packs[number];
        const offset = indexed?.index.find(base);
        if (indexed === undefined || offset === undefined) continue;
        indexed.pack ??= openPackFile(indexed.file, idLength);
        if (indexed.pack === undefined) continue;
        recent = number;
        return { pack: indexed.pack, offset, key: number * packKeys + offset };
      }
      return undefined;
    },
    looseObject: (id) => {
      const name = id.toString('hex');
      for (const folder of folders) {
        const bytes = bytesOf(join(folder, name.slice(0, 2), name.slice(2)));
        if (bytes === undefined) continue;
        const whole = inflateSync(bytes, { maxOutputLength: mostObjectBytes });
        const start = whole.indexOf(0) + 1;
        const [, kind, size] = /^(\w+) (\d+)\0/u.exec(whole.toString('latin1', 0, start)) ?? [];
        if (Number(size) !== whole.length - start) throw new Error('An object of the repository is cut off.');
        return { kind: kind === 'tree' ? 'tree' : 'other', bytes: whole.subarray(start) };
      }
      return undefined;
    },
    close: () => {
      for (const { pack } of packs) pack?.close();
    },
  };
}

/** The folders in which objects are: the own one, and those that `git clone --shared` and the like have named. */
function withAlternates(path: string): Set<string> {
  const found = new Set([path]);
  for (const folder of found)
    for (const line of (bytesOf(join(folder, 'info/alternates')) ?? '').toString().split('\n'))
      if (line !== '' && !/^[#"]/u.test(line)) found.add(resolve(folder, line));
  return found;
}

function indexedPacks(folder: string, idLength: number): IndexedPack[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.idx'))
    .flatMap((name) => {
      const index = readPackIndex(join(folder, name), idLength);
      return index === undefined ? [] : [{ index, file: join(folder, name.replace(/idx$/u, 'pack')) }];
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
