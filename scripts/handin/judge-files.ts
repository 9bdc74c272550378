import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgeContent } from '../../src/compile/judge-content.ts';
import type { CompileOptions } from '../../src/compile/judge-once.ts';
import type { ContentFile } from '../../src/model/post-file.ts';
import { isError, type Problem } from '../../src/model/problem.ts';
import { openGit } from '../../src/source/git.ts';

// The checkout that is asked about need not be the one whose code runs.
const engine = fileURLToPath(new URL('../..', import.meta.url));

export interface ContentOf {
  /** The checkout. */
  cwd: string;
  /** The commit whose content folder it is. */
  base: string;
  settings: CompileOptions;
}

/** Hands over the content folder of a commit, in a folder of its own that is gone afterwards. The checkout stays as it is. */
export async function withContentOf<Result>(
  { cwd, base, settings }: ContentOf,
  use: (settings: CompileOptions) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'watercooler-handin-'));
  try {
    const aside = openGit(cwd, { ...process.env, GIT_INDEX_FILE: join(folder, 'index') });
    const files = await aside(['ls-tree', '-r', '-z', '--name-only', base, '--', `${settings.label}/`]);
    await aside(['read-tree', base]);
    await aside(['checkout-index', '-z', '--stdin', `--prefix=${folder}/`], files);
    return await use({ ...settings, dir: join(folder, settings.label), root: engine });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The errors that the check finds in these files when they are part of a content folder. They are written into it. */
export async function errorsIn(files: readonly ContentFile[], settings: CompileOptions): Promise<Problem[]> {
  for (const { path, text } of files) {
    const file = join(settings.dir, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  }
  const paths = new Set(files.map(({ path }) => path));
  const only = (path: string) => paths.has(path);
  return judgeContent(settings, { render: true, only }, ({ problems }) => problems.filter(isError));
}
