import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { editFrontmatter, editYaml, type FieldEdit } from '../../../../scripts/writing/frontmatter-edits.ts';

const post = `---
# Ask Ines before you change this.
title:   'The pump:   a   story'   # her words
tags: [ pumps,  git ]
authors:
  - ines   # first
  # and the one who drew it

  - dev
excerpt: >-
  Two lines
  of it.
owner:
---

Body with trailing space 

--- not a fence
`;

const recordSchema = z.record(z.string(), z.unknown());

const set = (path: (string | number)[], value: string | string[]): FieldEdit => ({
  kind: 'set',
  path,
  value,
});
const add = (path: (string | number)[], value: string): FieldEdit => ({ kind: 'add', path, value });
const remove = (...path: (string | number)[]): FieldEdit => ({ kind: 'remove', path });

/** The lines that went and the lines that came. */
function difference(before: string, after: string | undefined): string {
  const [old, young] = [before.split('\n'), (after ?? 'undefined').split('\n')];
  let [top, bottom] = [0, 0];
  while (top < Math.min(old.length, young.length) && old[top] === young[top]) top += 1;
  while (bottom < Math.min(old.length, young.length) - top && old.at(-1 - bottom) === young.at(-1 - bottom))
    bottom += 1;
  const lines = (sign: string, all: string[]) =>
    all.slice(top, all.length - bottom).map((line) => `${sign}${line}`);
  return [...lines('-', old), ...lines('+', young)].join('\n');
}

const changed = (...edits: FieldEdit[]) => difference(post, editFrontmatter(post, edits));

describe('editing the frontmatter of a post', () => {
  it('replaces a text and leaves the remark behind it', () => {
    expect(changed(set(['title'], 'Plain words'))).toMatchInlineSnapshot(`
      "-title:   'The pump:   a   story'   # her words
      +title:   Plain words   # her words"
    `);
  });

  it('puts quotation marks around a text that would mean something else without', () => {
    const tricky = [
      'a: b',
      '# a',
      '[a',
      '- a',
      '12',
      'true',
      ' a ',
      'a\nb',
      '"a"',
      "it's",
      '*a',
      '',
      'a #b',
      '@a',
      '\u2028',
    ];
    for (const text of tricky) {
      const yaml = editYaml('title: x\n', [set(['title'], text), add(['list'], text)]);
      expect([text, parse(yaml ?? '')]).toEqual([text, { title: text, list: [text] }]);
      expect([text, yaml?.split('\n').length]).toEqual([text, 3]);
    }
  });

  it('puts a new field behind the last one', () => {
    expect(changed(set(['reviewBy'], '2027-01-01'))).toMatchInlineSnapshot(`"+reviewBy: 2027-01-01"`);
  });

  it('fills a field that is there without a value', () => {
    expect(changed(set(['owner'], 'dev'))).toMatchInlineSnapshot(`
      "-owner:
      +owner: dev"
    `);
  });

  it('makes a list, and adds to one in brackets or in lines', () => {
    expect(changed(add(['formerly'], 'the-pump'))).toMatchInlineSnapshot(`"+formerly: [the-pump]"`);
    expect(changed(add(['tags'], 'job-aids'))).toMatchInlineSnapshot(`
      "-tags: [ pumps,  git ]
      +tags: [ pumps,  git, job-aids ]"
    `);
    expect(changed(add(['authors'], 'hana'))).toMatchInlineSnapshot(`"+  - hana"`);
  });

  it('replaces lists and folded texts as a whole', () => {
    expect(changed(set(['authors'], ['hana', 'dev']))).toMatchInlineSnapshot(`
      "-  - ines   # first
      -  # and the one who drew it
      -
      +  - hana"
    `);
    expect(changed(set(['authors'], 'hana'))).toMatchInlineSnapshot(`
      "-authors:
      -  - ines   # first
      -  # and the one who drew it
      -
      -  - dev
      +authors: hana"
    `);
    expect(changed(set(['excerpt'], 'Short.'))).toMatchInlineSnapshot(`
      "-excerpt: >-
      -  Two lines
      -  of it.
      +excerpt: Short."
    `);
  });

  it('takes fields and items away', () => {
    expect(changed(remove('excerpt'))).toMatchInlineSnapshot(`
      "-excerpt: >-
      -  Two lines
      -  of it."
    `);
    expect(changed(remove('authors', 1))).toMatchInlineSnapshot(`"-  - dev"`);
    expect(changed(remove('tags', 0))).toMatchInlineSnapshot(`
      "-tags: [ pumps,  git ]
      +tags: [ git ]"
    `);
    expect(changed(remove('tags', 1))).toMatchInlineSnapshot(`
      "-tags: [ pumps,  git ]
      +tags: [ pumps ]"
    `);
    expect(changed(remove('tags', 1), remove('tags', 0))).toMatchInlineSnapshot(`
      "-tags: [ pumps,  git ]
      +tags: []"
    `);
  });

  it('changes nothing when the field has the value already', () => {
    expect(editFrontmatter(post, [set(['tags'], ['pumps', 'git'])])).toBe(post);
  });

  it('keeps line ends, a byte order mark and a missing last line break', () => {
    const windows = `\uFEFF${post.replaceAll('\n', '\r\n').trimEnd()}`;
    const edits = [set(['title'], 'New'), add(['authors'], 'hana'), set(['lang'], 'pt'), remove('excerpt')];
    const after = editFrontmatter(windows, edits) ?? '';
    expect(after.replaceAll('\r\n', '').includes('\n')).toBe(false);
    expect(after.slice(1).replaceAll('\r\n', '\n')).toBe(editFrontmatter(post, edits)?.trimEnd());
    expect(after[0]).toBe('\uFEFF');
  });

  it('refuses what it cannot do without touching something else', () => {
    expect(editFrontmatter('No fields.\n', [set(['title'], 'x')])).toBeUndefined();
    expect(editFrontmatter('---\ntitle: x\n', [set(['title'], 'x')])).toBeUndefined();
    expect(editFrontmatter('---\ntitle: [x\n---\n', [set(['title'], 'x')])).toBeUndefined();
    expect(editFrontmatter(post, [add(['title'], 'x')])).toBeUndefined();
    expect(editFrontmatter(post, [set(['no', 'such'], 'x')])).toBeUndefined();
    expect(editFrontmatter('---\na: &x 1\nb: *x\n---\n', [remove('a')])).toBeUndefined();
  });

  it('knows frontmatter without any field, and fields in braces', () => {
    expect(editFrontmatter('---\n---\nWords.\n', [set(['title'], 'x')])).toBe('---\ntitle: x\n---\nWords.\n');
    expect(editFrontmatter('---\n{a: b}\n---\n', [set(['c'], 'x')])).toBe('---\n{a: b, c: x}\n---\n');
  });
});

describe('editing a file of fields', () => {
  it('adds an entry in the style of the others, however deep they stand', () => {
    const yaml =
      'tags:\n  - slug: git\n    label: Git # by hand\n\n  # Later\n  - slug: tools\n    label: Tools\n# The end.\n';
    const value = { slug: 'job-aids', label: 'Job: aids', aliases: ['card', 'cheat sheet'] };
    expect(editYaml(yaml, [{ kind: 'add', path: ['tags'], value }])).toMatchInlineSnapshot(`
      "tags:
        - slug: git
          label: Git # by hand

        # Later
        - slug: tools
          label: Tools
        - slug: job-aids
          label: "Job: aids"
          aliases: [card, cheat sheet]
      # The end.
      "
    `);
    const first = { kind: 'add', path: ['tags'], value } as const;
    expect(editYaml('tags: []\n', [first])).toMatchInlineSnapshot(`
      "tags:
        - slug: job-aids
          label: "Job: aids"
          aliases: [card, cheat sheet]
      "
    `);
    expect(editYaml('tags:\n', [first])).toBe(editYaml('tags: []\n', [first]));
    expect(editYaml('', [first])).toBe(editYaml('tags: []\n', [first]));
    expect(editYaml('tags:\n- slug: git\n', [first])).toMatchInlineSnapshot(`
      "tags:
      - slug: git
      - slug: job-aids
        label: "Job: aids"
        aliases: [card, cheat sheet]
      "
    `);
  });

  it('changes a field of an entry, and the names of addresses', () => {
    const yaml = 'tags:\n  - slug: git\n    pinned: [a, b]\n  - slug: tools\n';
    expect(editYaml(yaml, [set(['tags', 0, 'pinned', 1], 'c')])).toBe(yaml.replace('b]', 'c]'));
    expect(editYaml(yaml, [add(['tags', 1, 'aliases'], 'gear')])).toBe(`${yaml}    aliases: [gear]\n`);
    const redirects = 'redirects:\n  "/a/": /posts/b/\n';
    expect(editYaml(redirects, [set(['redirects', '/a/'], '/posts/c/')])).toBe(
      'redirects:\n  "/a/": /posts/c/\n',
    );
    expect(editYaml(redirects, [set(['redirects', '/x/'], '/posts/c/')])).toBe(
      `${redirects}  /x/: /posts/c/\n`,
    );
    expect(editYaml(redirects, [remove('redirects', '/a/')])).toBe('redirects:\n  {}\n');
    expect(editYaml('redirects: {}\n', [set(['redirects', '/x/'], '/y/')])).toBe('redirects: {/x/: /y/}\n');
  });
});

it('can change every field of the files of the sample blog, and nothing beside it', () => {
  // Files of one kind are alike: every third will do.
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:mdx?|yml)$/u.test(name),
  );
  for (const name of files.filter((_name, index) => index % 3 === 0)) {
    const text = readFileSync(`content/${name}`, 'utf8');
    const isYaml = name.endsWith('.yml');
    const edit = isYaml ? editYaml : editFrontmatter;
    const [, fields = '', body = ''] = isYaml ? ['', text, ''] : text.split(/^---$\n?/mu, 3);
    const data = recordSchema.parse(parse(fields));
    for (const field of Object.keys(data)) {
      const after = edit(text, [set([field], 'x')]) ?? '';
      expect([name, parse(isYaml ? after : (after.split(/^---$/mu)[1] ?? ''))]).toEqual([
        name,
        { ...data, [field]: 'x' },
      ]);
      expect(after.endsWith(body)).toBe(true);
      expect(edit(text, [remove(field)])).toBeDefined();
    }
    expect(edit(text, [add(['probe'], 'x')])?.length).toBe(text.length + 'probe: [x]\n'.length);
  }
});
