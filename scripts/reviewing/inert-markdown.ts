import { plainLine } from '../../src/model/plain-line.ts';

/**
 * What others wrote as Markdown that shows it and does nothing else: no markup, no HTML, no picture, no link, nobody told
 * and no other pull request mentioned. The forges look for names and numbers in the finished text, so that a backslash
 * does not keep them from it, and a space of no width does.
 */
export function inertText(text: string): string {
  return (
    oneLine(text)
      .replaceAll(/[!-/:-@[-`{-~]/gu, (sign) => `\\${sign}`)
      .replaceAll(/\\[@#]/gu, (sign) => `${sign}${nothing}`)
      // GitLab names more than people and issues by signs.
      .replaceAll(/\\[!~%$&](?=[\p{Letter}\p{Number}\\])/gu, (sign) => `${sign}${nothing}`)
      .replaceAll(/\\:(?=\\\/)|\bwww(?=\\\.)/giu, (sign) => `${sign}${nothing}`)
      .replaceAll(/\bGH\\-(?=\d)/giu, (sign) => `${sign}${nothing}`)
  );
}

/** What others wrote as code. */
export function inertCode(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/gu) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$|^ .* $/u.test(line) || line === '' ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

const nothing = '&#8203;';

function oneLine(text: string): string {
  return plainLine(text.replaceAll(/\s+/gu, ' '));
}
