import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadSchema, type ThreadFile } from '../../src/model/thread.ts';
import type { Store } from './forge/store.ts';

/** Looks at the snapshots again and again, and remembers what it must not see. */
export interface Watch {
  look: () => void;
  /** What is there now counts as the beginning. */
  forget: () => void;
  /** What was lost although it was still there, and what could not be read. */
  losses: string[];
  looks: () => number;
}

/** A snapshot may lack what is new. It may not lack what it had before and what is still said on the forge. */
export function watchSnapshots(dir: string, store: Store): Watch {
  const losses: string[] = [];
  let before = new Map<string, ThreadFile>();
  let looks = 0;
  return {
    losses,
    looks: () => looks,
    forget: () => {
      before = new Map();
    },
    look: () => {
      looks += 1;
      const now = new Map<string, ThreadFile>();
      for (const path of ['threads', 'threads/questions'].flatMap((folder) => jsonIn(dir, folder))) {
        try {
          now.set(path, threadSchema.parse(JSON.parse(readFileSync(join(dir, path), 'utf8'))));
        } catch (error) {
          losses.push(`${path} cannot be read: ${String(error)}`);
        }
      }
      for (const [path, thread] of before) losses.push(...lostSince(path, thread, now.get(path), store));
      before = now;
    },
  };
}

function lostSince(
  path: string,
  before: ThreadFile,
  now: ThreadFile | undefined,
  { nodes }: Store,
): string[] {
  if (!nodes.has(before.id)) return [];
  if (now === undefined) return [`${path} is lost`];
  const kept = new Set(remarkIds(now));
  return remarkIds(before)
    .filter((id) => nodes.has(id) && !kept.has(id))
    .filter((id) => {
      // An empty place is kept for its replies only.
      const node = nodes.get(id);
      return node?.is === 'remark' && (node.deletedAt === null || node.replies.length > 0);
    })
    .map((id) => `${path} has lost ${id}`);
}

function remarkIds({ comments }: ThreadFile): string[] {
  return comments.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]);
}

function jsonIn(dir: string, folder: string): string[] {
  try {
    const names = readdirSync(join(dir, folder));
    return names.filter((name) => name.endsWith('.json')).map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}
