import { join } from 'node:path';
import type { Settings } from '../../src/compile/settings.ts';
import { createLikeness, type Likeness } from '../../src/model/likeness.ts';
import { groupSlug } from '../../src/model/slug.ts';
import { alarmsOfFiles, byWeight, touchedFiles } from './alarms.ts';
import type { Branch, FileChange } from './branch.ts';
import { readApprovers } from './code-owners.ts';
import { findings } from './findings.ts';
import { hiddenFrom, type Hidden } from './hidden.ts';
import { otherChanges } from './other-changes.ts';
import { pageChange } from './page-change.ts';
import { pairPages, type PagePairs } from './page-changes.ts';
import type { Alarm, PageChange, Report } from './report-schema.ts';
import { readSide } from './side.ts';

export interface ReviewOptions {
  settings: Settings;
  branch: Branch;
  /** The content folder as it was where the branch began. */
  baseDir: string;
  /** The closed group whose members will read the report. */
  audience: string | undefined;
  progress: (done: number, total: number) => void;
}

/** Compares two content folders, both read by the code that runs now. */
export async function makeReport(options: ReviewOptions): Promise<Report> {
  const { branch, audience, baseDir } = options;
  const { prefix } = branch;
  const inContent = branch.changes.flatMap((change) => within(change, prefix));
  const touched = new Set(touchedFiles({ changes: inContent }));
  const settings = forAudience(options.settings, audience);
  const head = await readSide({ settings, touched, progress: options.progress });
  const base = await readSide({ settings: { ...settings, ...asBase(settings, baseDir) }, touched });
  const hidden = hiddenFrom(audience, [base, head]);
  const pairs = pairPages({ base, head, changes: inContent }, hidden.page);
  const approvers = await readApprovers(branch.git, branch.base.commit);
  // Only new posts are compared with all others, and to prepare for that takes seconds in a large blog.
  let prepared: Likeness | undefined;
  const likeness: Likeness = (one) =>
    (prepared ??= createLikeness(head.texts((path) => !hidden.file(path))))(one);
  const around = { base, head, hidden, approvers, prefix, likeness };
  const told = pairs.open.map((pair) => pageChange(pair, around)).sort(inOrder);
  const found = findings({ base, head, hidden, touched, changes: inContent, prefix });
  return {
    version: 1,
    base: branch.base,
    head: { commit: branch.head, isDirty: branch.isDirty },
    ...(audience !== undefined && { audience }),
    ...(head.site !== undefined && { site: head.site.url }),
    alarms: alarms(options, { pairs, hidden, touched, silenced: found.silenced }),
    pages: told.filter(isSeen),
    unseen: told.filter((page) => !isSeen(page)).map(({ address }) => address),
    others: otherChanges({ base, head, hidden, touched }),
    ...found,
  };
}

/** A change by its paths in the content folder; a file that came from elsewhere is new there. */
function within({ change, path, from }: FileChange, prefix: string): FileChange[] {
  const inside = (name: string) => (name.startsWith(prefix) ? name.slice(prefix.length) : undefined);
  const [to, old] = [inside(path), from === undefined ? undefined : inside(from)];
  if (to !== undefined && old !== undefined) return [{ change, path: to, from: old }];
  if (to !== undefined) return [{ change: from === undefined ? change : 'added', path: to }];
  return old === undefined ? [] : [{ change: 'gone', path: old }];
}

function forAudience(settings: Settings, audience: string | undefined): Settings {
  if (audience === undefined) return settings;
  const group = groupSlug.parse(audience);
  return {
    ...settings,
    view: (site) => ({ ...settings.view(site), audience: { kind: 'members', group } }),
  };
}

/** The other branch shares the HTML in the cache, and begins with what was found out about this one. */
function asBase({ cacheDir }: Settings, dir: string): Pick<Settings, 'dir' | 'memory'> {
  return { dir, memory: { dir: join(cacheDir, 'review', 'base'), seed: cacheDir } };
}

const kinds: readonly PageChange['change'][] = ['added', 'moved', 'gone', 'changed'];

function inOrder(a: PageChange, b: PageChange): number {
  return kinds.indexOf(a.change) - kinds.indexOf(b.change) || (a.address < b.address ? -1 : 1);
}

/** Whether a reader will notice anything. */
function isSeen(page: PageChange): boolean {
  const { change, isDamaged, standing, standingBefore, fields, prose, pictures, linksAdded, linksRemoved } =
    page;
  return (
    change !== 'changed' ||
    isDamaged === true ||
    standing !== standingBefore ||
    [fields, prose, pictures, linksAdded, linksRemoved].some(({ length }) => length > 0)
  );
}

function alarms(
  { branch }: ReviewOptions,
  {
    pairs,
    hidden,
    touched,
    silenced,
  }: { pairs: PagePairs; hidden: Hidden; touched: ReadonlySet<string>; silenced: Report['silenced'] },
): Alarm[] {
  const { prefix, conflicts } = branch;
  const found = alarmsOfFiles(touchedFiles(branch), prefix);
  const add = (kind: Alarm['kind'], files: readonly string[] | undefined) => {
    if (files !== undefined) found.push({ kind, files: [...new Set(files)] });
  };
  const isTold = (path: string) => !path.startsWith(prefix) || !hidden.file(path.slice(prefix.length));
  add('conflict', conflicts.length > 0 ? conflicts.filter(isTold) : undefined);
  const isClosed = pairs.closed.length > 0 || [...touched].some(hidden.file);
  add('closed', isClosed ? [] : undefined);
  const opens = pairs.closed.some(
    ({ before, after }) => before?.closedTo !== undefined && after && after.closedTo === undefined,
  );
  add('opened', opens ? [] : undefined);
  const overrides = silenced.filter(({ rule }) => rule === 'policy').map(({ file }) => file);
  add('override', overrides.length > 0 ? overrides : undefined);
  return found.sort(byWeight);
}
