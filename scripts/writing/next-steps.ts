import { GitError, type Git } from '../../src/source/git.ts';
import type { Site } from '../../src/model/site.ts';

interface Written {
  slug: string;
  title: string;
  /** What was written, as a command line names it. */
  files: readonly string[];
  site: Site | undefined;
}

/** What to do with a new post, as lines that can be copied. */
export async function nextSteps(git: Git, { slug, title, files, site }: Written): Promise<string> {
  const [post = ''] = files;
  const look = [
    ['npm run dev', 'shows it as readers will see it, while you write'],
    [`npm run check ${post}`, 'says what is missing'],
  ];
  const branch = await git(['symbolic-ref', '--short', 'HEAD']).then(
    (name) => name.trim(),
    (error: unknown) =>
      error instanceof GitError && error.said.includes('not a symbolic ref') ? '' : undefined,
  );
  const main = site?.forge?.branch ?? 'main';
  const send =
    branch === undefined
      ? []
      : [
          ...(branch === main || branch === '' ? [[`git switch -c ${slug}`, 'a branch for it']] : []),
          [`git add ${files.join(' ')}`, ''],
          [`git commit -m ${quoted(title)}`, ''],
          ['git push -u origin HEAD', 'prints where to open the pull request'],
        ];
  const elsewhere =
    branch === undefined && site !== undefined
      ? `\nThis folder is no git repository: hand the file in by way of ${new URL('/write/', site.url).href}\n`
      : '';
  const all = [...look, ...send];
  const width = Math.max(...all.map(([command = '']) => (command.length > widest ? 0 : command.length)));
  return `${all.map(([command = '', what = '']) => `  ${command.padEnd(width)}  ${what}`.trimEnd()).join('\n')}\n${elsewhere}`;
}

const widest = 60;

/** A text as one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
