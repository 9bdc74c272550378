import { execFile } from 'node:child_process';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { World } from '../../scripts/world.ts';
import { writeCorpus, type CorpusOptions } from './corpus.ts';
import { measured, type Folders } from './measured-build.ts';
import { formatChecks, formatTaken } from './report.ts';
import type { Taken } from './taken.ts';

const run = promisify(execFile);
const files = 500;

/** Measures the report about a branch of 500 files on an invented blog, and gives the figures as a table. */
export async function measureReviews(
  { posts, words, seed, runs }: CorpusOptions & { runs: number },
  folders: Folders,
  world: World,
): Promise<string> {
  world.stdout.write('Writing an invented blog.\n');
  const paths = await writeCorpus(folders.content, { posts, words, seed });
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@blog.example', ...args], {
      cwd: folders.content,
      maxBuffer: 1 << 28,
    });
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  await git('commit', '--quiet', '--message=Start');
  await git('checkout', '--quiet', '-b', 'work');
  await changeFiles(folders.content, spread(paths));
  await git('add', '--all');
  await git('commit', '--quiet', '--message=A branch');

  const reviews: Record<string, Taken[]> = {};
  const review = async (name: string) => {
    world.stdout.write(`${name}.\n`);
    const out = join(dirname(folders.cache), 'report');
    const taken = await measured(['review', '--base', 'main', '--out', out], folders, world);
    world.stdout.write(`${formatTaken(taken)}\n`);
    (reviews[name] ??= []).push(taken);
  };
  for (let turn = 0; turn < runs; turn += 1) {
    await rm(folders.cache, { recursive: true, force: true });
    await review('From nothing');
    await review('Again');
  }
  const title = `Review of a branch of ${files} files in ${posts.toLocaleString('en-GB')} posts of about ${words} words, seed ${seed}, ${runs === 1 ? 'one run' : `medians of ${runs} runs`} (${availableParallelism()} cores, Node ${process.versions.node})`;
  return formatChecks(title, reviews);
}

/** As many posts as the branch touches, from everywhere in the blog. */
function spread(paths: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(paths.length / files));
  return paths.filter((_, index) => index % step === 0).slice(0, files);
}

/** Of ten posts, seven are edited, one is copied and edited, one is moved, and one is deleted. */
async function changeFiles(content: string, paths: readonly string[]): Promise<void> {
  for (const [index, path] of paths.entries()) {
    const file = join(content, path);
    const moved = file.replace(/\.md$/u, '-too.md');
    const kind = index % 10;
    if (kind === 9) await rm(file);
    else {
      const text = await readFile(file, 'utf8');
      if (kind === 8) {
        await rename(file, moved);
        await writeFile(moved, text.replace(/^title:/mu, `formerly: [${basename(path, '.md')}]\ntitle:`));
        continue;
      }
      const edited = text.replace(/\n\n(?=[^\n]+\n*$)/u, '\n\nA sentence that was added for the review.\n\n');
      await writeFile(kind === 7 ? moved : file, edited);
    }
  }
}
