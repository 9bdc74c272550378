import type { VFile } from 'vfile';
import type { Refusal } from './context.ts';
import { report, stateOf, type Finding, type Placed } from './state.ts';

/**
 * Says at a node that a file cannot be shown, unless that has been said where the file lies. A name that leads out of the
 * content folder has a rule of its own.
 */
export function reportRefusal(
  file: VFile,
  node: Placed,
  refusal: Refusal,
  otherwise: 'broken-picture' | 'broken-attachment',
): void {
  if (refusal.said === true) stateOf(file).refused = true;
  else report(file, node, finding(refusal, otherwise));
}

/** What is said about an answer if the name leads out of the content folder. */
export function leadingOut(answer: { href: string } | Refusal): Finding | undefined {
  return 'problem' in answer && answer.rule !== undefined ? finding(answer, 'broken-attachment') : undefined;
}

function finding(
  { problem, mend, rule }: Refusal,
  otherwise: 'broken-picture' | 'broken-attachment',
): Finding {
  return { rule: rule ?? otherwise, message: problem, mend };
}
