import { lstatSync, readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/**
 * Names every file and folder below a folder that is written, comes or goes, until the signal comes. Names that begin with a
 * dot are left out, and links are not followed. Only folders are watched: to watch ten thousand files takes a second, and
 * whoever keeps a list of them has to make it again at every change.
 */
export function watchFolder(dir: string, changed: (path: string) => void, signal: AbortSignal): void {
  const watches = new Map<string, FSWatcher>();
  const end = (folder: string) => {
    watches.get(folder)?.close();
    watches.delete(folder);
  };
  const begin = (folder: string, found: (path: string) => void) => {
    // One that was taken away may stand there again, and is another then.
    end(folder);
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
    const own = watch(folder, (event, name) => {
      if (name?.startsWith('.') === true) return;
      const path = name === null ? folder : join(folder, name);
      if (event === 'rename') attempt(path, changed);
      changed(path);
    });
    own.on('error', () => {
      end(folder);
      changed(folder);
    });
    watches.set(folder, own);
    // What is made in it from here on is heard of.
    for (const item of readdirSync(folder, { withFileTypes: true })) {
      if (item.name.startsWith('.')) continue;
      const path = join(folder, item.name);
      found(path);
      if (item.isDirectory()) attempt(path, found);
    }
  };
  const attempt = (folder: string, found: (path: string) => void) => {
    try {
      begin(folder, found);
    } catch (error) {
      end(folder);
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isGone) throw error;
    }
  };
  attempt(dir, () => undefined);
  signal.addEventListener('abort', () => {
    for (const folder of [...watches.keys()]) end(folder);
  });
}
