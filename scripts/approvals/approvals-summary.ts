import { verdictOn, type Approvals, type ApprovedPull } from '../../src/model/approval.ts';
import { plainLine } from '../../src/model/plain-line.ts';
import { plural } from '../../src/model/problem.ts';

interface Run {
  calls: number;
  dryRun: boolean;
  full: boolean;
}

const mostListed = 20;

/** What a run came to, in the words of its end. What was merged without an approval is always said. */
export function approvalsSummary(before: Approvals, after: Approvals, { calls, dryRun, full }: Run): string {
  const known = new Map(before.pulls.map((pull) => [pull.number, JSON.stringify(pull)]));
  const news = after.pulls.filter((pull) => known.get(pull.number) !== JSON.stringify(pull));
  const unapproved = news.filter((pull) => verdictOn(pull).kind === 'not-approved');
  const listed = news.filter((pull) => unapproved.includes(pull) || news.indexOf(pull) < mostListed);
  const hidden = news.length - listed.length;
  const loose = after.withoutPull.filter((id) => !before.withoutPull.includes(id));
  return [
    ...listed.map((pull) => `  #${pull.number}  ${wordsFor(pull)}: ${plainLine(pull.title)}`),
    ...(hidden > 0 ? [`  and ${hidden} more`] : []),
    ...(loose.length > 0 ? [`  ${plural(loose.length, 'commit')} without a pull request`] : []),
    `${dryRun ? 'This would have been' : full ? 'Read everything' : 'Read'}: ${plural(news.length, 'new pull request')}, ${unapproved.length} of them without an approval; ${plural(after.pulls.length, 'pull request')} in the register. ${plural(calls, 'call')}.`,
  ].join('\n');
}

function wordsFor(pull: ApprovedPull): string {
  const verdict = verdictOn(pull);
  switch (verdict.kind) {
    case 'approved':
      return `approved by ${verdict.approvals.map(({ by }) => by?.login ?? 'an account that is gone').join(', ')}`;
    case 'approved-earlier':
      return 'approved before its last commits';
    case 'not-approved':
      return 'merged without an approval';
    case 'unknown':
      return 'of an approval that cannot be judged';
  }
}
