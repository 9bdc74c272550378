import type { Git } from '../../src/source/git.ts';

/** Whose approval the forge asks for, as the file CODEOWNERS names them; nobody when no rule says so. */
export type Approvers = (path: string) => string[];

const places: readonly [place: string, read: (text: string) => Approvers][] = [
  ['.github/CODEOWNERS', approversIn],
  ['.gitlab/CODEOWNERS', approversIn],
  ['.gitea/CODEOWNERS', allApproversIn],
  ['.forgejo/CODEOWNERS', allApproversIn],
  ['CODEOWNERS', approversIn],
  ['docs/CODEOWNERS', approversIn],
];

export function isCodeOwners(path: string): boolean {
  return places.some(([place]) => place === path);
}

/** The rules as they are on the other branch: those of a branch count only when it is merged. */
export async function readApprovers(git: Git, commit: string): Promise<Approvers> {
  for (const [place, read] of places) {
    const text = await git(['show', `${commit}:${place}`]).catch(() => undefined);
    if (text !== undefined) return read(text);
  }
  return () => [];
}

/** On GitHub and GitLab the last rule that fits a path counts, and rules are written as in .gitignore. */
export function approversIn(text: string): Approvers {
  const rules = rulesIn(text)
    .map(({ pattern, owners }) => ({ fits: globMatcher(pattern), owners }))
    .reverse();
  return (path) => rules.find(({ fits }) => fits.test(path))?.owners ?? [];
}

/** On Gitea and Forgejo all rules that fit count, and they are regular expressions for the whole path. */
function allApproversIn(text: string): Approvers {
  const rules = rulesIn(text.replaceAll('\\\\', '\\')).flatMap(({ pattern, owners }) => {
    try {
      return [{ fits: new RegExp(`^(?:${pattern})$`, 'u'), owners }];
    } catch {
      return [];
    }
  });
  return (path) => [...new Set(rules.flatMap(({ fits, owners }) => (fits.test(path) ? owners : [])))];
}

function rulesIn(text: string): { pattern: string; owners: string[] }[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.replace(/(?:^|(?<!\\)\s)#.*$/u, '').trim())
    .filter((line) => line !== '' && !/^\^?\[/u.test(line))
    .map((line) => {
      const [pattern = '', ...owners] = line.split(/(?<!\\)\s+/u);
      return { pattern, owners };
    });
}

/** A pattern as git writes them in .gitignore, without those of one letter. A backslash makes a sign a plain one. */
function globMatcher(pattern: string): RegExp {
  const inner = pattern.replace(/^\/|\/$/gu, '');
  const isAnchored = pattern.startsWith('/') || inner.includes('/');
  const source = inner
    .split(/(\\.|\/\*\*\/|^\*\*\/|\/\*\*$|\*+|\?)/u)
    .map((part) => {
      if (part.startsWith('\\')) return RegExp.escape(part.slice(1));
      if (part === '/**/') return '/(?:.*/)?';
      if (part === '**/') return '(?:.*/)?';
      if (part === '/**') return '/.*';
      if (part.startsWith('*')) return '[^/]*';
      return part === '?' ? '[^/]' : RegExp.escape(part);
    })
    .join('');
  // What names a folder is for everything in it; "docs/*" is for the files that lie there alone.
  const end = pattern.endsWith('/') ? '/.*' : pattern.endsWith('/*') ? '' : '(?:/.*)?';
  return new RegExp(`^${isAnchored ? '' : '(?:.*/)?'}${source}${end}$`, 'u');
}
