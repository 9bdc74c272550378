import { rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepProgram, keptProgram, programFolder, type KeptProgram } from '../../../src/build/program.ts';
import { temporaryFolder, writeFiles } from '../../support/content.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let outDir: string;
let program: KeptProgram;
beforeEach(async () => {
  folder = await temporaryFolder();
  outDir = join(folder.dir, 'dist');
  program = {
    ...{ outDir, key: 'engine' },
    code: [['src/pages/index.astro', 'digest']],
    beside: ['_astro/base.css'],
  };
  await writeFiles(folder.dir, {
    'bundled/page-program.mjs': 'export const paths = [];\n',
    'bundled/chunks/app.mjs': 'export const app = 1;\n',
    'dist/index.html': 'Words.',
    'other/index.html': 'Other words.',
  });
  keep(program);
});
afterEach(() => folder.remove());

function keep(some: KeptProgram): void {
  keepProgram(folder.dir, join(folder.dir, 'bundled'), some);
}

function file(path: string): string {
  return join(programFolder(folder.dir, outDir), path);
}

describe('a program that is kept', () => {
  it('comes with what it was made with', () => {
    expect(keptProgram(folder.dir, outDir)).toMatchObject(program);
  });

  it('is of one output folder', () => {
    expect(keptProgram(folder.dir, join(folder.dir, 'other'))).toBeUndefined();
  });

  const damages: [string, () => Promise<void>][] = [
    ['it is gone', () => rm(programFolder(folder.dir, outDir), { recursive: true })],
    ['a file of it is gone', () => rm(file('chunks/app.mjs'))],
    ['a file of it is torn', () => truncate(file('chunks/app.mjs'), 10)],
    ['a file of it is another', () => writeFile(file('page-program.mjs'), 'export const paths = [1];\n')],
    ['its note is gone', () => rm(file('note.json'))],
    ['its note is torn', () => truncate(file('note.json'), 100)],
  ];
  it.each(damages)('is not believed when %s', async (_what, damage) => {
    await damage();
    expect(keptProgram(folder.dir, outDir)).toBeUndefined();
  });

  it('goes when another is kept for its output, with every file', async () => {
    await rm(join(folder.dir, 'bundled/chunks'), { recursive: true });
    keep({ ...program, key: 'another engine' });
    expect(keptProgram(folder.dir, outDir)?.key).toBe('another engine');
    await expect(truncate(file('chunks/app.mjs'))).rejects.toThrow('ENOENT');
  });

  it('stays beside that of another output, until its own is gone', async () => {
    const other = join(folder.dir, 'other');
    keep({ ...program, outDir: other });
    expect(keptProgram(folder.dir, outDir)).toBeDefined();
    await rm(outDir, { recursive: true });
    keep({ ...program, outDir: other });
    expect(keptProgram(folder.dir, outDir)).toBeUndefined();
    expect(keptProgram(folder.dir, other)).toBeDefined();
  });
});
