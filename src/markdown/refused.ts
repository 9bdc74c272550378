import type { Refusal } from './context.ts';
import type { Finding } from './state.ts';

/** What is said about a file that cannot be shown. A name that leads out of the content folder has a rule of its own. */
export function refused(
  { problem, mend, rule }: Refusal,
  otherwise: 'broken-picture' | 'broken-attachment',
): Finding {
  return { rule: rule ?? otherwise, message: problem, mend };
}

/** What is said about an answer if the name leads out of the content folder. */
export function leadingOut(answer: { href: string } | Refusal): Finding | undefined {
  return 'problem' in answer && answer.rule !== undefined ? refused(answer, 'broken-attachment') : undefined;
}
