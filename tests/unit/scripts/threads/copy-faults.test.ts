import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openCopiedBlog, postsIn, token, type CopiedBlog } from '../../../support/copied-blog.ts';
import { expectedSnapshots, withoutTime } from '../../../support/expected-snapshots.ts';
import { randomFaults } from '../../../support/forge/random-faults.ts';
import { createChance } from '../../../support/forge/random.ts';
import { createStore } from '../../../support/forge/seed.ts';
import { someChange } from '../../../support/forge/some-change.ts';
import { lastingFaults } from '../../../support/lasting-faults.ts';
import { root } from '../../../support/run-watercooler.ts';
import { watchSnapshots } from '../../../support/watch-snapshots.ts';

// Each takes most of a second. Whoever changes the copying asks for 200 of them, and for 50 kills.
const scripts = Number(process.env['WATERCOOLER_FAULT_SCRIPTS'] ?? 12);
const first = Number(process.env['WATERCOOLER_FAULT_SEED'] ?? 1);

it(
  `comes to the truth after any of ${scripts} scripts of faults, and loses nothing on the way`,
  { timeout: 60_000 + scripts * 20_000 },
  async () => {
    const outcomes = new Map<string, number>();
    let looks = 0;
    for (let seed = first; seed < first + scripts; seed += 1) {
      const store = createStore(seed);
      const posts = postsIn(store);
      const faults = [...randomFaults(seed, { calls: 24, share: 0.3 }), ...lastingFaults(createChance(seed))];
      const blog = await openCopiedBlog({ store, posts });
      try {
        await blog.copy();
        const watch = watchSnapshots(blog.dir, store);
        watch.look();
        await blog.reopen({ faults, onCall: watch.look });
        for (const run of [1, 2, 3]) {
          const { code, stderr } = await blog.copy({ timeout: 80, full: run === 2 });
          watch.look();
          const words =
            code === 0
              ? 'copied'
              : (stderr.split('\n').find((line) => line !== '' && !/pause/u.test(line)) ?? '');
          outcomes.set(words, (outcomes.get(words) ?? 0) + 1);
        }
        await blog.reopen({ faults: [], onCall: watch.look });
        const last = await blog.copy({ full: true, acceptDeletions: true });
        watch.look();
        looks += watch.looks();
        expect({ seed, faults, losses: watch.losses }).toEqual({ seed, faults, losses: [] });
        expect({ seed, faults, ...last }).toMatchObject({ code: 0 });
        expect({ seed, files: withoutTime(await blog.snapshots()) }).toEqual({
          seed,
          files: expectedSnapshots(store, posts),
        });
      } finally {
        await blog.close();
      }
    }
    if (process.env['WATERCOOLER_FAULT_SCRIPTS'] !== undefined)
      process.stdout.write(
        `${scripts} scripts, ${looks} looks.\n${[...outcomes].map(([words, count]) => `${count} × ${words}`).join('\n')}\n`,
      );
  },
);

const kills = Number(process.env['WATERCOOLER_KILLS'] ?? 4);

it(
  `is whole after it was killed at any of ${kills} moments, and completes the next time`,
  { timeout: 60_000 + kills * 20_000 },
  async () => {
    const store = createStore(7);
    const posts = postsIn(store);
    const chance = createChance(7);
    const blog = await openCopiedBlog({ store, posts });
    try {
      const watch = watchSnapshots(blog.dir, store);
      for (let kill = 0; kill < kills; kill += 1) {
        // Every other time much is written, and otherwise what people did meanwhile.
        if (kill % 2 === 0) await rm(join(blog.dir, 'threads'), { recursive: true, force: true });
        for (let change = 0; change < 5; change += 1) someChange(store);
        watch.forget();
        const at = chance.int(2, 11);
        let reached = (): void => undefined;
        const moment = new Promise<void>((resolve) => (reached = resolve));
        await blog.reopen({ onCall: ({ number }) => number === at && reached() });
        await killed(
          blog,
          moment.then(() => pause(chance.int(0, 60))),
          watch.look,
        );
        watch.look();
        expect({ kill, losses: watch.losses }).toEqual({ kill, losses: [] });
      }
      await blog.reopen({});
      expect(await blog.copy({ full: true, acceptDeletions: true })).toMatchObject({ code: 0 });
      expect(withoutTime(await blog.snapshots())).toEqual(expectedSnapshots(store, posts));
      expect(Object.keys(await blog.files()).filter((path) => !/(?:json|yml)$/u.test(path))).toEqual([]);
    } finally {
      await blog.close();
    }
  },
);

/** Runs the command in a process of its own, and kills that at a moment, unless it is done before. */
async function killed({ dir }: CopiedBlog, moment: Promise<void>, look: () => void): Promise<void> {
  const child = spawn(
    process.execPath,
    ['scripts/watercooler.ts', 'threads', '--full', '--accept-deletions'],
    {
      cwd: root,
      env: { PATH: process.env['PATH'], CONTENT_DIR: dir, GITHUB_TOKEN: token },
      stdio: 'ignore',
    },
  );
  const looking = setInterval(look, 20);
  const ended = new Promise((resolve) => child.on('close', resolve));
  await Promise.race([moment, ended]);
  child.kill('SIGKILL');
  await ended;
  clearInterval(looking);
}
