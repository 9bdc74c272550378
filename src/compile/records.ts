import { readdir, readFile, rename, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileRecord } from '../source/read-file.ts';
import { digestOf } from '../source/digest.ts';
import type { BodyRecord } from './perform-body.ts';
import type { PictureRecord } from './pictures.ts';

interface Kinds {
  file: FileRecord;
  body: BodyRecord;
  picture: PictureRecord;
}

/** What earlier runs found out, by the digest of what they looked at. Everything may be deleted at any time. */
export interface Records {
  recall: <Kind extends keyof Kinds>(kind: Kind, key: string, digest: string) => Kinds[Kind] | undefined;
  remember: <Kind extends keyof Kinds>(kind: Kind, key: string, digest: string, record: Kinds[Kind]) => void;
  /** Whether there is a record under the key at all. */
  knows: (kind: keyof Kinds, key: string) => boolean;
  /** Writes down what this run used; of the kinds in `complete`, the rest is forgotten. */
  save: (complete: readonly (keyof Kinds)[]) => Promise<void>;
}

type Stored = Record<keyof Kinds, Record<string, [digest: string, record: Kinds[keyof Kinds]]>>;

/**
 * Opens the records in a folder. They hold for one pipeline only: another `fingerprint` finds nothing. What is not there
 * is looked for in the folder `seed`, such as that of another branch, where nothing is written.
 */
export async function openRecords(cacheDir: string, fingerprint: string, seed?: string): Promise<Records> {
  const file = join(cacheDir, 'records.json');
  const stored = await readStored(file, fingerprint);
  if (seed !== undefined) {
    const others = await readStored(join(seed, 'records.json'), fingerprint);
    for (const kind of ['file', 'body', 'picture'] as const)
      stored[kind] = { ...others[kind], ...stored[kind] };
  }
  const used = { file: new Set<string>(), body: new Set<string>(), picture: new Set<string>() };
  let changed = false;
  return {
    recall: <Kind extends keyof Kinds>(kind: Kind, key: string, digest: string) => {
      const [known, record] = Object.hasOwn(stored[kind], key) ? (stored[kind][key] ?? []) : [];
      if (known !== digest) return undefined;
      used[kind].add(key);
      return record as Kinds[Kind] | undefined;
    },
    remember: (kind, key, digest, record) => {
      Object.assign(stored[kind], { [key]: [digest, record] });
      used[kind].add(key);
      changed = true;
    },
    knows: (kind, key) => Object.hasOwn(stored[kind], key),
    save: async (complete) => {
      for (const kind of complete)
        for (const key of Object.keys(stored[kind]))
          if (!used[kind].has(key)) {
            Reflect.deleteProperty(stored[kind], key);
            changed = true;
          }
      if (!changed) return;
      await mkdir(cacheDir, { recursive: true });
      const unfinished = `${file}.${String(process.pid)}`;
      await writeFile(unfinished, JSON.stringify({ fingerprint, ...stored }));
      await rename(unfinished, file);
      changed = false;
    },
  };
}

/** What an earlier run remembered; nothing when the file is missing, torn or from another pipeline. */
async function readStored(file: string, fingerprint: string): Promise<Stored> {
  const nothing: Stored = { file: {}, body: {}, picture: {} };
  try {
    const saved = JSON.parse(await readFile(file, 'utf8')) as Partial<Stored> & { fingerprint?: string };
    return saved.fingerprint === fingerprint ? { ...nothing, ...saved } : nothing;
  } catch {
    return nothing;
  }
}

/** Changes whenever the pipeline does: its own code, the model it uses, and the versions of the packages. */
export async function pipelineFingerprint(root: string): Promise<string> {
  const folders = ['src/markdown', 'src/compile', 'src/model', 'src/source', 'src/lint'];
  const lists = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true })).sort().map((name) => join(root, folder, name)),
    ),
  );
  const files = [...lists.flat(), join(root, 'package-lock.json')].filter((name) =>
    /\.(?:ts|json)$/u.test(name),
  );
  return digestOf(...(await Promise.all(files.map((name) => readFile(name)))));
}
