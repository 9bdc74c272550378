import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { formFiles } from '../../../../scripts/handin/form-files.ts';
import { formProblems } from '../../../../src/compile/form-problems.ts';
import { formHead, handInForm } from '../../../../src/compile/hand-in-form.ts';
import { handInFormPath, handInHeadings, handInLabel } from '../../../../src/model/hand-in.ts';
import { formatProblems } from '../../../../src/model/problem.ts';
import { readContent } from '../../../../src/source/read-content.ts';
import { temporaryFolder, writeContent, writeFiles } from '../../../support/content.ts';

const content = { dir: 'content', label: 'content' };

describe('the issue form', () => {
  it('is the one that the fields, topics and groups make (else: npm run reference)', async () => {
    const files = await formFiles(content);
    expect([...files.keys()]).toEqual([
      '.github/ISSUE_TEMPLATE/write-a-post.yml',
      '.github/ISSUE_TEMPLATE/config.yml',
    ]);
    for (const [path, text] of files) {
      expect(await readFile(path, 'utf8')).toBe(text);
      expect(await check(text, { ...(await resolveConfig(path)), filepath: path })).toBe(true);
    }
  });

  // What GitHub asks of a form, from its documentation of issue forms.
  const choices = z.array(z.string().min(1)).min(1);
  const labelled = { label: z.string().min(1), description: z.string().optional() };
  const validations = z.strictObject({ required: z.boolean() }).optional();
  const element = z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: z.string().min(1) }) }),
    z.strictObject({
      type: z.literal('dropdown'),
      id: z.string().regex(/^[\w-]+$/u),
      attributes: z.strictObject({
        ...labelled,
        multiple: z.boolean().optional(),
        default: z.int().optional(),
        options: choices.refine((options) => new Set(options).size === options.length),
      }),
      validations,
    }),
    z.strictObject({
      type: z.enum(['input', 'textarea']),
      id: z.string().regex(/^[\w-]+$/u),
      attributes: z.strictObject({ ...labelled, placeholder: z.string().optional() }),
      validations,
    }),
    z.strictObject({
      type: z.literal('checkboxes'),
      id: z.string().regex(/^[\w-]+$/u),
      attributes: z.strictObject({
        ...labelled,
        options: z.array(z.strictObject({ label: z.string(), required: z.boolean() })),
      }),
    }),
  ]);
  const form = z.strictObject({
    name: z.string(),
    description: z.string(),
    labels: z.array(z.string()),
    body: z.array(element),
  });

  it('is one that the forge takes, also as YAML 1.1, whatever topics are called', () => {
    const topics = ['Yes', '2026-12-24', '1.5', 'Pumps: all', '"Quoted"', '# sharp', 'null'];
    const text = handInForm({ topics, groups: [] });
    for (const version of ['1.1', '1.2'] as const) {
      const { body, labels } = form.parse(parse(text, { version }));
      expect(labels).toEqual([handInLabel]);
      const options = body.flatMap((one) =>
        one.type === 'dropdown' && one.id === 'topics' ? one.attributes.options : [],
      );
      expect(options).toEqual(topics);
    }
  });

  it('has the headings that its reader knows, in their order, and the text last', () => {
    const { body } = form.parse(parse(handInForm({ topics: ['Tools'], groups: ['Plain words'] })));
    const asked = body.flatMap((one) => (one.type === 'markdown' ? [] : [[one.id, one.attributes.label]]));
    expect(asked).toEqual(Object.entries(handInHeadings));
    expect(body.at(-1)).toMatchObject({ type: 'textarea', validations: { required: true } });
  });

  it('leaves out the groups of a blog that has none', () => {
    expect(handInForm({ topics: ['Tools'], groups: [] })).not.toContain('id: group');
  });

  it('is spoken of when it offers something else than the content, unless a person keeps it', async () => {
    const { dir, remove } = await temporaryFolder();
    await writeContent(join(dir, 'content'));
    const source = await readContent({ dir: join(dir, 'content'), label: 'content' });
    const said = async (form: string) => {
      await writeFiles(dir, { [handInFormPath]: form });
      return formProblems(source, { dir: join(dir, 'content'), root: dir });
    };
    const right = handInForm({ topics: ['Tools'], groups: [] });
    expect(await said(right)).toEqual([]);
    const wrong = right.replace('- Tools', '- Toys');
    expect(formatProblems(await said(wrong))).toMatchInlineSnapshot(`
      ".github/ISSUE_TEMPLATE/write-a-post.yml:32:1  stale-form (advice)
        From here on the form says something else than the fields, the topics and the groups.
        Make it again: npm run reference

      1 piece of advice in 1 file. It does not keep anything from being published."
    `);
    expect(await said(wrong.slice(formHead.length))).toEqual([]);
    expect(await formProblems(source, { dir: join(dir, 'content'), root: '/elsewhere' })).toEqual([]);
    await remove();
  });
});
