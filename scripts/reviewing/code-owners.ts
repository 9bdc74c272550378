import type { Git } from '../../src/source/git.ts';

/** Whose approval the forge asks for, as the file CODEOWNERS names them; nobody when no rule says so. */
export type Approvers = (path: string) => string[];

const places = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
  '.gitlab/CODEOWNERS',
  '.gitea/CODEOWNERS',
];

export function isCodeOwners(path: string): boolean {
  return places.includes(path);
}

/** The rules as they are on the other branch: those of a branch count only when it is merged. */
export async function readApprovers(git: Git, commit: string): Promise<Approvers> {
  for (const place of places) {
    const text = await git(['show', `${commit}:${place}`]).catch(() => undefined);
    if (text !== undefined) return approversIn(text);
  }
  return () => [];
}

/** The last rule that fits a path counts, as on the forges. */
export function approversIn(text: string): Approvers {
  const rules = text
    .split(/\r?\n/u)
    .map((line) => line.replace(/(?:^|\s)#.*$/u, '').trim())
    .filter((line) => line !== '' && !/^\^?\[/u.test(line))
    .map((line) => {
      const [pattern = '', ...owners] = line.split(/(?<!\\)\s+/u);
      return { fits: matcher(pattern.replaceAll('\\ ', ' ')), owners };
    })
    .reverse();
  return (path) => rules.find(({ fits }) => fits.test(path))?.owners ?? [];
}

/** A pattern as git writes them in .gitignore, without those of one letter. */
function matcher(pattern: string): RegExp {
  const inner = pattern.replace(/^\/|\/$/gu, '');
  const isAnchored = pattern.startsWith('/') || inner.includes('/');
  const source = inner
    .split(/(\*\*\/|\/\*\*|\*|\?)/u)
    .map((part) => {
      if (part === '**/') return '(?:.*/)?';
      if (part === '/**') return '/.*';
      if (part === '*') return '[^/]*';
      return part === '?' ? '[^/]' : RegExp.escape(part);
    })
    .join('');
  // What names a folder is for everything in it; "docs/*" is for the files that lie there alone.
  const end = pattern.endsWith('/') ? '/.*' : pattern.endsWith('/*') ? '' : '(?:/.*)?';
  return new RegExp(`^${isAnchored ? '' : '(?:.*/)?'}${source}${end}$`, 'u');
}
