import { spawnSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { watchDescendants } from '../../bench/process-tree.ts';

const grandchild = `
const kept = Buffer.alloc(150e6, 1);
const end = Date.now() + 2000;
while (Date.now() < end) kept[0] += 1;`;
const child = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(grandchild)}])`;

describe.runIf(process.platform === 'linux')('watching the descendants of this process', () => {
  it('counts the time and the memory of children and of their children', async () => {
    const stop = watchDescendants();
    await once(spawn(process.execPath, ['-e', child]), 'exit');
    const { cpuSeconds = 0, largestProcess = 0, wholeTree = 0 } = await stop();
    expect(cpuSeconds).toBeGreaterThan(0.1);
    expect(largestProcess).toBeGreaterThan(150e6);
    expect(wholeTree).toBeGreaterThan(largestProcess);
  });

  it('does not count what ended before', async () => {
    spawnSync(process.execPath, ['-e', 'const end = Date.now() + 300; while (Date.now() < end);']);
    expect(await watchDescendants()()).toMatchObject({ cpuSeconds: 0 });
  });
});
