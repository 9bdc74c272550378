import { plainLine } from '../../src/model/plain-line.ts';
import { plural } from '../../src/model/problem.ts';
import type { Site } from '../../src/model/site.ts';
import type { SourceContent } from '../../src/source/read-content.ts';
import type { ForgeApi } from '../adapters/forge.ts';
import { planCopy, type Plan, type Snapshot, type Target } from './plan.ts';
import { pseudonymised, type Unnamed } from './pseudonyms.ts';
import { readIndex, type Index } from './read-index.ts';
import { readThreads, type Reading } from './read-threads.ts';
import { judgeRemovals } from './removals.ts';
import { openSnapshotFolder, type FileChange, type SnapshotFolder } from './snapshot-folder.ts';
import { snapshotFromForge } from './snapshot-from-forge.ts';
import { wantedFrom, type Wanted } from './wanted.ts';
import { whereabouts } from './whereabouts.ts';

export interface CopyOptions {
  /** The content folder. */
  dir: string;
  source: Pick<SourceContent, 'posts' | 'groups' | 'threads' | 'questions'>;
  site: Site;
  forge: NonNullable<Site['forge']>;
  api: ForgeApi;
  now: Date;
  full: boolean;
  dryRun: boolean;
  acceptDeletions: boolean;
  onRows?: (seen: number, known: number) => void;
  onThread?: (done: number, total: number) => void;
}

export interface Copy {
  changes: FileChange[];
  /** How many discussions have a file as the forge lists them. */
  discussions: number;
  /** How many of them were read whole. */
  read: number;
  /** What a person may want to know. */
  notes: string[];
  /** Why the snapshots are not what the forge has. Empty when they are. */
  problems: string[];
}

/** Makes the snapshots say what the forge says. Throws a `ForgeError` when it cannot be asked; what is written by then stays. */
export async function copyThreads(options: CopyOptions): Promise<Copy> {
  const { dir, source, site, forge, api, full, dryRun, acceptDeletions } = options;
  const wanted = wantedFrom(site, source);
  const unnamed: Unnamed = { people: site.threads.pseudonyms, forgeUrl: forge.url };
  const stored = [...source.threads, ...source.questions].map(({ path, data }) => ({ path, thread: data }));
  const folder = openSnapshotFolder(dir, stored, dryRun);
  const { onRows } = options;
  const index = await readIndex(api, {
    site,
    repository: forge.repository,
    wanted,
    ...(onRows && { onRows }),
  });
  const plan = planCopy({ rows: index.rows, stored, wanted, unnamed, full });

  for (const { path } of plan.closed) await folder.remove(path, 'it belongs to a closed group');
  const removals = await removeMissing(plan, index, {
    wanted,
    stored,
    api,
    folder,
    accepted: acceptDeletions,
  });
  // A discussion that is still there but has lost its file to another is no loss.
  const yielding = new Set(removals.there.map(({ thread }) => thread.id));
  const problems = [
    ...(removals.refusal === undefined ? [] : [removals.refusal]),
    ...(await readAll(plan, { ...options, unnamed, folder, yielding })),
  ];
  for (const { path, thread } of plan.leftovers) {
    const target = [...plan.read, ...plan.current].find(({ row }) => row.id === thread.id);
    if (
      target !== undefined &&
      folder.occupant(target.path) === thread.id &&
      folder.occupant(path) === thread.id
    )
      await folder.remove(path, `it is ${target.path} now`);
  }
  await forgetNames(stored, unnamed, folder);
  return {
    changes: folder.changes,
    discussions: plan.read.length + plan.current.length,
    read: plan.read.length,
    notes: [...plan.notes, ...closedNotes(wanted)],
    problems,
  };
}

async function removeMissing(
  { missing }: Plan,
  index: Index,
  {
    wanted,
    stored,
    api,
    folder,
    accepted,
  }: {
    wanted: Wanted;
    stored: readonly Snapshot[];
    api: ForgeApi;
    folder: SnapshotFolder;
    accepted: boolean;
  },
) {
  const found = await whereabouts(
    api,
    missing.map(({ thread }) => thread.id),
  );
  const removals = judgeRemovals({ missing, found, index, wanted, stored: stored.length, accepted });
  for (const { snapshot, because } of removals.remove) await folder.remove(snapshot.path, because);
  return removals;
}

/** Reads what has to be read and stores it. Gives what could not be stored, as sentences. */
async function readAll(
  { read }: Plan,
  {
    api,
    now,
    unnamed,
    folder,
    yielding,
    onThread,
  }: Pick<CopyOptions, 'api' | 'now' | 'onThread'> & {
    unnamed: Unnamed;
    folder: SnapshotFolder;
    yielding: ReadonlySet<string>;
  },
): Promise<string[]> {
  const problems: string[] = [];
  const waiting: { target: Target; reading: Reading }[] = [];
  const told = new Set<string>();
  let done = 0;
  for await (const { target, reading } of readThreads(api, read)) {
    const outcome = await storeReading(target, reading, { now, unnamed, folder, yielding });
    if (outcome === 'occupied') waiting.push({ target, reading });
    else if (outcome !== undefined) problems.push(outcome);
    if (reading.kind === 'told') told.add(target.row.id);
    onThread?.((done += 1), read.length);
  }
  // What has been read has its own file by now, or gets it here.
  const settled = new Set([...yielding, ...told]);
  for (const { target, reading } of waiting) {
    const outcome = await storeReading(target, reading, { now, unnamed, folder, yielding: settled });
    if (outcome !== undefined)
      problems.push(`${target.path} still holds another discussion, so #${target.row.number} has to wait.`);
  }
  return problems;
}

async function storeReading(
  { row, path, stored }: Target,
  reading: Reading,
  {
    now,
    unnamed,
    folder,
    yielding,
  }: { now: Date; unnamed: Unnamed; folder: SnapshotFolder; yielding: ReadonlySet<string> },
): Promise<string | undefined> {
  const name = `Discussion #${row.number}, ${plainLine(row.title)},`;
  if (reading.kind === 'gone') return undefined;
  if (reading.kind === 'doubtful')
    return `${name} could not be copied as it is; its snapshot stays as it was. ${reading.because}`;
  const before = folder.occupant(path);
  if (before !== undefined && before !== row.id && !yielding.has(before)) return 'occupied';
  await folder.put(path, snapshotFromForge(reading.thread, { stored, unnamed, now }));
  return undefined;
}

/** Whoever asks not to be named is not named in older copies either. */
async function forgetNames(
  stored: readonly Snapshot[],
  unnamed: Unnamed,
  folder: SnapshotFolder,
): Promise<void> {
  for (const { path, thread } of stored) {
    const changed = pseudonymised(thread, unnamed);
    const isOurs = !folder.isFresh(path) && folder.occupant(path) === thread.id;
    if (isOurs && JSON.stringify(changed) !== JSON.stringify(thread)) await folder.put(path, changed);
  }
}

function closedNotes({ closed, closedKeys }: Wanted): string[] {
  const groups = [...new Set(closed.values())];
  return [
    ...groups.map(
      (group) =>
        `The discussions of the group "${group}" are not copied: it is closed, and this folder is public.`,
    ),
    ...(closedKeys.size === 0
      ? []
      : [`The threads of ${plural(closedKeys.size, 'post')} of closed groups are not copied.`]),
  ];
}
