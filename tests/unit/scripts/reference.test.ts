import { readdir, readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import formatsPlugin from 'ajv-formats';
import { check, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  referenceFile,
  run,
  schemaFiles,
  schemaFolder,
  withReference,
} from '../../../scripts/commands/reference.ts';
import { UsageError } from '../../../scripts/flags.ts';
import { readMarkdownFile } from '../../../src/source/frontmatter.ts';
import { readYaml } from '../../../src/source/yaml-document.ts';
import { fakeWorld } from '../../support/fake-world.ts';

const objectSchema = z.record(z.string(), z.unknown());

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

describe('the schemas for editors', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formatsPlugin(ajv);
  const judge = (name: string, data: unknown) => {
    const text = schemaFiles().get(`${schemaFolder}/${name}.schema.json`) ?? '';
    const validate = ajv.compile(objectSchema.parse(JSON.parse(text)));
    return validate(data)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  };

  it('are as the model has them (else: npm run reference), and no others lie there', async () => {
    const files = schemaFiles();
    expect((await readdir(schemaFolder)).map((name) => `${schemaFolder}/${name}`).sort()).toEqual(
      [...files.keys()].sort(),
    );
    for (const [path, text] of files) expect([path, await readFile(path, 'utf8')]).toEqual([path, text]);
  });

  it('are all named in the settings of the editor', async () => {
    const settings = await readFile('.vscode/settings.json', 'utf8');
    for (const path of schemaFiles().keys()) expect(settings).toContain(`"${path}": `);
  });

  it('have no objection to any file of the sample blog', async () => {
    const source = await readdir('content', { recursive: true });
    const kinds = { posts: 'post', groups: 'group', paths: 'path', pages: 'page', authors: 'author' };
    const judged = new Set<string>();
    for (const path of source.filter((name) => /\.(?:mdx?|yml)$/u.test(name) && name !== 'copied.yml')) {
      const text = await readFile(`content/${path}`, 'utf8');
      const [folder = ''] = path.split('/');
      const name = Object.entries(kinds).find(([kind]) => kind === folder)?.[1] ?? path.replace('.yml', '');
      const { data } = path.endsWith('.yml') ? readYaml(text) : readMarkdownFile(text);
      expect([path, judge(name, data)]).toEqual([path, []]);
      judged.add(name);
    }
    expect(judged.size).toBe(schemaFiles().size);
  });

  it('say what is wrong where an editor can know it', () => {
    const post = { title: '', date: '2026-3-1', authors: ['Ada'], tags: [], kind: 'howto', tag: 'x' };
    expect(judge('post', post)).toMatchInlineSnapshot(`
      [
        " must NOT have additional properties",
        "/title must NOT have fewer than 1 characters",
        "/date must match pattern "^\\d{4}-\\d{2}-\\d{2}$"",
        "/date must match format "date"",
        "/authors/0 must match pattern "^[a-z0-9]+(?:-[a-z0-9]+)*$"",
        "/tags must NOT have fewer than 1 items",
        "/kind must be equal to one of the allowed values",
      ]
    `);
    expect(judge('site', { name: 'A', purpose: 'B', url: 'https://a.example', forge: { kind: 'svn' } }))
      .toMatchInlineSnapshot(`
      [
        "/forge must have required property 'url'",
        "/forge must have required property 'repository'",
        "/forge/kind must be equal to one of the allowed values",
      ]
    `);
  });
});
