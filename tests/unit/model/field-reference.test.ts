import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { authorSchema } from '../../../src/model/author.ts';
import { fieldRows, fieldTable, frontmatterExample } from '../../../src/model/field-reference.ts';
import { postFrontmatterSchema } from '../../../src/model/post.ts';
import { siteSchema } from '../../../src/model/site.ts';
import { readMarkdownFile } from '../../../src/source/frontmatter.ts';

describe('fieldRows', () => {
  it('takes the example off the description', () => {
    const schema = z.strictObject({
      title: z.string().describe('What it is called. Example: Names that sort'),
    });
    expect(fieldRows(schema)).toEqual([
      { name: 'title', required: true, what: 'What it is called.', example: 'Names that sort' },
    ]);
  });

  it('calls a field optional when it may be left out or has a default', () => {
    const schema = z.strictObject({
      needed: z.array(z.string()).describe('Needed.'),
      free: z.string().optional().describe('Free.'),
      preset: z.boolean().default(false).describe('Preset.'),
    });
    expect(fieldRows(schema).map(({ name, required }) => [name, required])).toEqual([
      ['needed', true],
      ['free', false],
      ['preset', false],
    ]);
  });

  it('lists the fields inside a field and inside a list after it, with dots', () => {
    expect(fieldRows(authorSchema).map(({ name }) => name)).toEqual([
      ...['name', 'role', 'reach', 'reach.label', 'reach.link'],
      ...['askAbout', 'login', 'picture', 'left', 'team'],
    ]);
  });

  it('says with which alternative a field belongs', () => {
    const host = fieldRows(siteSchema).find(({ name }) => name === 'comments.host');
    expect(host).toEqual({
      name: 'comments.host',
      required: false,
      what: 'With "mode: giscus". Your own giscus, if any.',
    });
  });

  it('names the choices that a description leaves out, and only those', () => {
    const choice = z.enum(['low', 'high']);
    const schema = z.strictObject({
      silent: choice.describe('How urgent it is.'),
      several: z.array(choice).default(['low']).describe('What it asks for.'),
      spoken: choice.describe('How urgent: low or high.'),
    });
    expect(fieldRows(schema).map(({ what }) => what)).toEqual([
      'How urgent it is. Choices: low, high.',
      'What it asks for. Choices: low, high.',
      'How urgent: low or high.',
    ]);
  });

  it('describes every field of a post', () => {
    const names = fieldRows(postFrontmatterSchema).map(({ name }) => name);
    expect(names).toEqual([
      ...Object.keys(postFrontmatterSchema.shape),
      ...['allow.rule', 'allow.because', 'allow.clause'],
    ]);
  });
});

describe('frontmatterExample', () => {
  it('gives a post that the schema accepts from its own examples', () => {
    const { data, problems } = readMarkdownFile(frontmatterExample(postFrontmatterSchema));
    expect(problems).toEqual([]);
    expect(postFrontmatterSchema.safeParse(data).error).toBeUndefined();
  });

  it('adds the optional fields that were asked for, in the order of the schema', () => {
    const text = frontmatterExample(postFrontmatterSchema, {
      also: ['lang', 'kind'],
      values: { kind: 'how-to', title: undefined },
    });
    expect(text).toMatchInlineSnapshot(`
      "---
      title: Names that sort
      date: 2026-03-12
      authors: [ines-carvalho]
      tags: [calibration, job-aids]
      kind: how-to
      lang: pt-PT
      ---
      "
    `);
  });

  it.each([
    'Search: a start',
    '"Quoted" words',
    '- not a list',
    'C # and D',
    '@home',
    'https://example.com/a:b',
  ])('writes %s so that YAML reads it back unchanged', (title) => {
    const { data } = readMarkdownFile(frontmatterExample(postFrontmatterSchema, { values: { title } }));
    expect(data).toMatchObject({ title });
  });

  it('puts an ellipsis where there is neither a value nor an example', () => {
    const schema = z.strictObject({ purpose: z.string().describe('What it is for.') });
    expect(frontmatterExample(schema)).toBe('---\npurpose: …\n---\n');
  });
});

describe('fieldTable', () => {
  it('keeps a vertical bar and a line break inside their cell', () => {
    const table = fieldTable([{ name: 'a', required: true, what: 'One | two\nthree.', example: 'x|y' }]);
    expect(table.split('\n')).toEqual([
      '| Field |          | What it is        | Example |',
      '| ----- | -------- | ----------------- | ------- |',
      '| `a`   | required | One \\| two three. | `x\\|y`  |',
    ]);
  });
});
