import { plainLine } from '../../src/model/plain-line.ts';
import { plural, type Problem } from '../../src/model/problem.ts';
import { handInHeadings, welcomeLabel } from '../../src/model/hand-in.ts';
import type { ContentFile } from '../../src/model/post-file.ts';

const edit = 'Edit your first message here (the three dots at its upper right, then “Edit”)';

/** What is said under the words of somebody whose post is proposed. */
export function proposedAnswer(
  pull: { number: number; url: string },
  { pictures }: { pictures: boolean },
): string {
  return paragraphs(
    `Thank you! Your words are a proposal for a post: [#${pull.number}](${pull.url}). A colleague reads it next, and you need not do anything.`,
    `To change it, go on here: ${decapitalised(edit)}, and the proposal follows within minutes. If somebody has a question, it stands in #${pull.number}.`,
    ...(pictures ? ['Your pictures are links for now. The reviewer puts them into the post with you.'] : []),
  );
}

/** What is said when something has to be mended first. */
export function mendAnswer(problems: readonly string[], pull: { number: number } | undefined): string {
  return paragraphs(
    `Thank you! Before this can become a post, ${problems.length === 1 ? 'one thing has' : `${problems.length} things have`} to be mended:`,
    problems
      .slice(0, mostProblems)
      .map((problem) => `- ${inert(problem)}`)
      .join('\n'),
    ...(problems.length > mostProblems
      ? [`And ${plural(problems.length - mostProblems, 'more like it', 'more like these')}.`]
      : []),
    `${edit}; this answer follows within minutes.${pull === undefined ? '' : ` The proposal #${pull.number} stays as it is until then.`}`,
  );
}

const mostProblems = 20;

export function notWithFormAnswer(formUrl: string): string {
  return `This was not written with the form, so no post can be made of it. [Write it with the form](${formUrl}), and close this one.`;
}

export const strangerAnswer = `Thank you! Because this repository is open to everybody, somebody who looks after it has to let your words in first, with the label “${welcomeLabel}”.`;

export function changedByOthersAnswer(pull: { number: number; url: string }): string {
  return `A colleague has changed the text of your post since, in [#${pull.number}](${pull.url}), so what you change here is not taken over any more. Please say there what should be different.`;
}

/** What a reviewer reads. Nothing in it was written by the person whose post it is. */
export function pullBody(issue: number, login: string, remarks: readonly string[]): string {
  return paragraphs(
    `Handed in with the form in #${issue} by @${login}. The check finds nothing that keeps it from being published.`,
    ...remarks.map((remark) => `- ${remark}`),
    `Who edits #${issue} brings this up to date, until somebody else changes the branch.`,
    `Closes #${issue}.`,
  );
}

/**
 * A title as the title of a pull request. It may become the message of a commit, in which "fixes #1" or an address closes
 * another issue.
 */
export function pullTitle(title: string): string {
  const inert = plainLine(title.replace(/\s+/gu, ' ').trim())
    .replace(/#(?=\d)/gu, '№ ')
    .replace(/\bGH-(?=\d)/giu, 'GH ')
    .replace(/:\/\//gu, ': //');
  return `New post: ${inert.slice(0, 200)}`;
}

/** A finding of the check for somebody who does not know the file: where it is, what is wrong, and what to do. */
export function plainProblem(
  { file, line, rule, message, mend }: Problem,
  files: readonly ContentFile[],
): string {
  const lines = files.find(({ path }) => file.endsWith(`/${path}`))?.text.split('\n') ?? [];
  // Nobody repeats a secret, and the fields do not stand in the form as they stand in the file.
  const words = line - 1 > lines.indexOf('---', 1) && rule !== 'secret' ? (lines[line - 1] ?? '').trim() : '';
  const place = words === '' ? handInHeadings.text : words.slice(0, 80);
  return `“${place}”: ${message} ${mend}`;
}

/** Words that may quote anybody, as text in Markdown in which nothing is a link, a mention, a picture or a reference. */
function inert(words: string): string {
  return plainLine(words)
    .replace(/[\\`*_[\]<>|~&]/gu, (sign) => `\\${sign}`)
    .replace(/(?<=@|#|:|www)(?=[\w/.])/gu, '<!-- -->');
}

function paragraphs(...parts: string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function decapitalised(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
