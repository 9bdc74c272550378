import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { corpusFiles, type CorpusOptions } from './corpus.ts';
import { createRandom } from './random.ts';

const run = promisify(execFile);

export interface HistoryOptions extends CorpusOptions {
  /** How many commits there are, the merges among them. */
  commits: number;
}

/**
 * Makes a repository in which every post is written by a commit of its own and then edited: a tenth of the edits on a branch
 * that is merged, a tenth with a co-author, a twentieth in the frontmatter alone, a fiftieth with a new name for the file.
 * The work tree stays empty.
 */
export async function inventHistory(dir: string, options: HistoryOptions): Promise<void> {
  await mkdir(join(dir, 'content'), { recursive: true });
  await run('git', ['init', '--quiet', '--initial-branch=main'], { cwd: dir });
  await importStream(dir, history(options));
  await run('git', ['read-tree', 'main'], { cwd: dir });
}

/** Adds a commit that edits one post. */
export async function inventEdit(dir: string): Promise<void> {
  const { stdout } = await run('git', ['ls-files', '-z', 'content/posts'], { cwd: dir });
  const [path = ''] = stdout.split('\0');
  const { stdout: text } = await run('git', ['cat-file', 'blob', `HEAD:${path}`], { cwd: dir });
  const head = 'commit refs/heads/main\ncommitter Person 1 <1@blog.example> 1800000000 +0000\n';
  const change = `from refs/heads/main^0\nM 100644 inline ${path}\n${data(`${text}\nAn edit.\n`)}\n`;
  await importStream(dir, [`${head}${data('An edit')}\n${change}`]);
}

async function importStream(dir: string, stream: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const importing = spawn('git', ['-c', 'core.compression=1', 'fast-import', '--quiet', '--done'], {
    cwd: dir,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(importing, 'close');
  for await (const piece of stream) if (!importing.stdin.write(piece)) await once(importing.stdin, 'drain');
  importing.stdin.end('done\n');
  await ended;
  if (importing.exitCode !== 0) throw new Error('git fast-import failed.');
}

interface Written {
  path: string;
  text: string;
}

async function* history({ commits, ...corpus }: HistoryOptions): AsyncGenerator<string> {
  const random = createRandom(corpus.seed, 'history');
  const posts: Written[] = [];
  let made = 0;
  let time = Date.UTC(2019, 0, 7) / 1000;
  const commit = (branch: string, { path, text }: Written, before: string[] = [], more = ''): string => {
    made += 1;
    time += 7200;
    const person = random.between(1, 60);
    const who = `Person ${person} <${person}@blog.example> ${time} +0000`;
    const other = random.chance(0.1)
      ? `\n\nCo-authored-by: Helper <helper-${random.between(1, 9)}@blog.example>`
      : '';
    const lines = [`commit refs/heads/${branch}`, `mark :${made}`, `author ${who}`, `committer ${who}`];
    const words = `Change ${made}${other}\n`;
    return `${[...lines, data(words), ...before].join('\n')}\n${more}M 100644 inline content/${path}\n${data(text)}\n`;
  };
  for await (const { path, content } of corpusFiles(corpus)) {
    if (!path.startsWith('posts/') || !path.endsWith('.md')) continue;
    const post = { path, text: content.toString() };
    posts.push(post);
    yield commit('main', post);
  }
  while (made < commits) {
    const post = posts[random.between(0, posts.length - 1)];
    if (post === undefined) return;
    const onlyField = random.chance(0.05);
    post.text = onlyField
      ? post.text.replace(
          /^(?:reviewBy: .*\n)?tags:/mu,
          `reviewBy: ${2027 + random.between(0, 9)}-01-01\ntags:`,
        )
      : `${post.text}\nA sentence that was added with change ${made}.\n`;
    if (random.chance(0.02)) {
      const before = post.path;
      post.path = `posts/renamed-${made}.md`;
      yield commit('main', post, [], `D content/${before}\n`);
    } else if (random.chance(0.1) && made + 2 <= commits) {
      const base = made;
      yield commit('topic', post, [`from :${base}`]);
      yield commit('main', post, [`from :${base}`, `merge :${base + 1}`]);
    } else yield commit('main', post);
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}
