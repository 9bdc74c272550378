import type { Branch } from './branch.ts';
import { isCodeOwners } from './code-owners.ts';
import type { Alarm } from './report-schema.ts';

/** What a file is when it is no content: to change it changes more than what there is to read. */
function alarmOf(path: string, prefix: string): Alarm['kind'] | undefined {
  if (isCodeOwners(path)) return 'approvers';
  if (path.startsWith(prefix)) return alarmOfContent(path.slice(prefix.length));
  if (/^(?:\.github\/(?:workflows|actions)\/|\.gitlab-ci|deploy\/|\.ci\/)/u.test(path)) return 'workflow';
  return /^(?:\.github\/|docs\/|tests\/)?[^/]+\.md$|^LICENSE$/u.test(path) ? undefined : 'engine';
}

function alarmOfContent(path: string): Alarm['kind'] | undefined {
  if (path === 'approvals.json') return 'approvals';
  if (path === 'policy.yml') return 'policy';
  return path === 'site.yml' ? 'settings' : undefined;
}

/** The alarms that the names of files raise, by the files. */
export function alarmsOfFiles(paths: readonly string[], prefix: string): Alarm[] {
  const byKind = Map.groupBy(paths, (path) => alarmOf(path, prefix));
  return [...byKind].flatMap(([kind, files]) =>
    kind === undefined ? [] : [{ kind, files: [...new Set(files)] }],
  );
}

/** Every file that a branch touched, under its old and its new name. */
export function touchedFiles({ changes }: Pick<Branch, 'changes'>): string[] {
  return changes.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from]));
}

const order: readonly Alarm['kind'][] = [
  ...(['unsure', 'workflow', 'engine', 'approvers', 'approvals', 'conflict'] as const),
  ...(['opened', 'closed', 'override', 'policy', 'settings'] as const),
];

export function byWeight(a: Alarm, b: Alarm): number {
  return order.indexOf(a.kind) - order.indexOf(b.kind);
}
