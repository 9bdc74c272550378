import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startPhase } from '../../../src/compile/timings.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watercooler-timings-'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

it('adds a line for each measured part of a build', () => {
  const file = join(folder, 'timings');
  vi.stubEnv('WATERCOOLER_TIMINGS', file);
  const endReading = startPhase('read');
  startPhase('markdown')();
  endReading();
  const lines: unknown[] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  const seconds: unknown = expect.any(Number);
  expect(lines).toEqual([
    { phase: 'markdown', seconds },
    { phase: 'read', seconds },
  ]);
});

it('writes nothing when nobody asks for it', () => {
  vi.stubEnv('WATERCOOLER_TIMINGS', undefined);
  startPhase('read')();
  expect(existsSync(join(folder, 'timings'))).toBe(false);
});
