import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';

export interface GitObject {
  oid: string;
  type: 'blob' | 'tree' | 'commit' | 'tag';
  bytes: Buffer;
}

/** Reads objects of a repository by what git calls them, such as `main:content/site.yml`. */
export interface Objects {
  /** Undefined when there is none of that name. */
  read: (name: string) => Promise<GitObject | undefined>;
  /** Stores bytes and gives their id. */
  write: (bytes: Buffer) => string;
  close: () => void;
}

const types = ['blob', 'tree', 'commit', 'tag'] as const;

/** One git for all questions: the editor asks for hundreds of files at once. */
export function openObjects(dir: string): Objects {
  let child: ChildProcessWithoutNullStreams | undefined;
  let pending = Buffer.alloc(0);
  const waiting: ((found: GitObject | undefined) => void)[] = [];

  const takeOne = (): boolean => {
    const end = pending.indexOf('\n');
    if (end === -1) return false;
    const head = pending.subarray(0, end).toString();
    const [, oid = '', kind, length = ''] = /^(\w+) (\w+) (\d+)$/u.exec(head) ?? [];
    const type = types.find((each) => each === kind);
    const size = Number(length);
    if (type === undefined) {
      pending = pending.subarray(end + 1);
      waiting.shift()?.(undefined);
      return true;
    }
    if (pending.length < end + size + 2) return false;
    const bytes = Buffer.from(pending.subarray(end + 1, end + 1 + size));
    pending = pending.subarray(end + size + 2);
    waiting.shift()?.({ oid, type, bytes });
    return true;
  };
  const start = (): ChildProcessWithoutNullStreams => {
    const started = spawn('git', ['cat-file', '--batch'], { cwd: dir });
    started.stdout.on('data', (chunk: Buffer) => {
      pending = Buffer.concat([pending, chunk]);
      while (takeOne());
    });
    return started;
  };
  return {
    read: (name) => {
      if (/[\n\0]/u.test(name)) return Promise.resolve(undefined);
      child ??= start();
      const { promise, resolve } = Promise.withResolvers<GitObject | undefined>();
      waiting.push(resolve);
      child.stdin.write(`${name}\n`);
      return promise;
    },
    write: (bytes) => {
      const { stdout, status } = spawnSync('git', ['hash-object', '-w', '--stdin'], {
        cwd: dir,
        input: bytes,
      });
      if (status !== 0) throw new Error('git could not store an object.');
      return stdout.toString().trim();
    },
    close: () => {
      child?.stdin.end();
      child?.kill();
    },
  };
}
