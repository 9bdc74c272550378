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

  const busy = 'const end = Date.now() + 300; while (Date.now() < end);';

  it('does not count what ended before, and not what a process used before that goes on', async () => {
    spawnSync(process.execPath, ['-e', busy]);
    const still = spawn(process.execPath, ['-e', `${busy} console.log('.'); setInterval(() => {}, 1000);`]);
    await once(still.stdout, 'data');
    const { cpuSeconds } = await watchDescendants()();
    still.kill();
    await once(still, 'exit');
    expect(cpuSeconds).toBeLessThan(0.1);
  });
});
