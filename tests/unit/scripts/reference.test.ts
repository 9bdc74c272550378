import { readFile } from 'node:fs/promises';
import { check, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { referenceFile, run, withReference } from '../../../scripts/commands/reference.ts';
import { UsageError } from '../../../scripts/flags.ts';
import { fakeWorld } from '../../support/fake-world.ts';

const guide = await readFile(referenceFile, 'utf8');

it('finds the reference in the contributors’ guide as the schemas have it (else: npm run reference)', () => {
  expect(withReference(guide)).toBe(guide);
});

it('writes tables that Prettier leaves alone', async () => {
  const options = await resolveConfig(referenceFile);
  expect(await check(withReference(guide) ?? '', { ...options, filepath: referenceFile })).toBe(true);
});

it('replaces what stands between the two marks and nothing else', () => {
  const [before = '', after = ''] = guide.split(/(?<=by hand -->\n)[^]*(?=<!-- end of reference)/u);
  expect(withReference(`${before}\nOld words.\n\n${after}`)).toBe(guide);
});

it('leaves a guide without the marks alone', () => {
  expect(withReference('# Contributing\n')).toBeUndefined();
});

it('refuses words that it does not understand', async () => {
  await expect(run(['posts'], fakeWorld().world)).rejects.toThrow(UsageError);
});
