import { join } from 'node:path';
import { openGit, type Git } from '../../../src/source/git.ts';
import { temporaryFolder, writeFiles, type Files } from '../content.ts';

export interface BareRepository {
  /** Where it is; the path has a space and a letter beyond ASCII in it. */
  dir: string;
  /** A clone with a work tree, whose `origin` it is. */
  clone: string;
  /** Asks git in the bare repository. */
  git: Git;
  remove: () => Promise<void>;
}

const hana = { GIT_AUTHOR_NAME: 'Hana Satō', GIT_AUTHOR_EMAIL: 'hana@example.com' };
const committer = { GIT_COMMITTER_NAME: 'Hana Satō', GIT_COMMITTER_EMAIL: 'hana@example.com' };
const date = '2026-01-05T08:00:00Z';

/** A bare repository with these files on its branch `main`, in one commit by Hana Satō. */
export async function bareRepository(files: Files): Promise<BareRepository> {
  const { dir: top, remove } = await temporaryFolder();
  const [dir, clone] = [join(top, 'the repositóry.git'), join(top, 'a clone')];
  await writeFiles(clone, files);
  const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const work = openGit(clone, { ...process.env, ...hana, ...committer, ...dates });
  await work(['init', '--quiet', '--initial-branch=main']);
  await work(['config', 'user.name', hana.GIT_AUTHOR_NAME]);
  await work(['config', 'user.email', hana.GIT_AUTHOR_EMAIL]);
  await work(['add', '--all', '--force']);
  await work(['commit', '--quiet', '--message', 'Begin the blog']);
  await openGit(top)(['clone', '--quiet', '--bare', clone, dir]);
  await work(['remote', 'add', 'origin', dir]);
  return { dir, clone, git: openGit(dir), remove };
}
