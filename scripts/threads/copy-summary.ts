import { plural } from '../../src/model/problem.ts';
import type { Copied } from '../../src/model/copied.ts';
import type { Copy } from './copy.ts';

export interface Run {
  calls: number;
  seconds: number;
  full: boolean;
  dryRun: boolean;
  /** When the snapshots were last compared, before this. */
  before: Copied | undefined;
}

const mostListed = 20;

/** What a run came to, in the words of its end. */
export function copySummary(
  { changes, discussions, read, notes, problems }: Copy,
  { calls, seconds, full, dryRun, before }: Run,
): string {
  const count = (kind: Copy['changes'][number]['kind']) =>
    changes.filter((change) => change.kind === kind).length;
  const unchanged = discussions - count('new') - count('changed');
  return [
    ...notes,
    ...listed(changes),
    `${dryRun ? 'This would have been' : 'Copied'}: ${count('new')} new, ${count('changed')} changed, ${count('removed')} removed, ${Math.max(0, unchanged)} unchanged.`,
    `${plural(discussions, 'discussion')}, ${read} of them read whole${full ? ' in a full pass' : ''}. ${plural(calls, 'call')}, ${seconds.toFixed(1)} s. ${age(before)}`,
    ...(problems.length === 0
      ? []
      : ['', ...problems, 'So the snapshots do not yet say what the forge says.']),
  ].join('\n');
}

/** A first copy has hundreds of files, and git shows them; what goes is always said. */
function listed(changes: Copy['changes']): string[] {
  const words = { new: 'new', changed: 'changed', removed: 'removed' } as const;
  const lines = changes.map(({ kind, path, because }) => ({
    kind,
    line: `  ${words[kind].padEnd(7)}  ${path}${because === undefined ? '' : `: ${because}`}`,
  }));
  const shown = lines.filter(({ kind }, index) => kind === 'removed' || index < mostListed);
  const rest = lines.length - shown.length;
  return [...shown.map(({ line }) => line), ...(rest > 0 ? [`  and ${rest} more`] : [])];
}

function age(before: Copied | undefined): string {
  if (before === undefined) return 'It was the first copy.';
  return `The last copy was on ${before.copiedOn}, the last full pass on ${before.fullPassOn}.`;
}
