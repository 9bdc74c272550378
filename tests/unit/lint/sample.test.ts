import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDictionary } from '../../../src/lint/dictionaries.ts';
import { personalDataIn } from '../../../src/lint/personal-data.ts';
import { createNames } from '../../../src/lint/names.ts';
import { passageOf } from '../../../src/lint/passage.ts';
import { createPolicyRule } from '../../../src/lint/policy.ts';
import { secretsInAll } from '../../../src/lint/secrets.ts';
import { createWordRules } from '../../../src/lint/words.ts';
import { schemaProblems } from '../../../src/model/field-problem.ts';
import { policySchema } from '../../../src/model/policy.ts';
import { readWordList } from '../../../src/model/word-list.ts';
import { readMarkdownFile } from '../../../src/source/frontmatter.ts';
import { readYaml } from '../../../src/source/yaml-document.ts';
import { passagesIn, printed } from './helpers.ts';

const content = join(import.meta.dirname, '../../../content');
const files = (await readdir(content, { recursive: true })).filter((name) => /\.mdx?$/u.test(name)).sort();
const texts = await Promise.all(files.map((name) => readFile(join(content, name), 'utf8')));
const policy = readYaml(await readFile(join(content, 'policy.yml'), 'utf8')).data;

const authors = await readdir(join(content, 'authors'));
const people = await Promise.all(authors.map((name) => readFile(join(content, 'authors', name), 'utf8')));
const words = readWordList(await readFile(join(content, 'words.txt'), 'utf8'));
const names = createNames(people.flatMap((text) => /^name: (.*)$/mu.exec(text)?.[1] ?? []));

describe('the sample blog, which is well written', () => {
  it('has a policy that can be read', () => {
    expect(schemaProblems(policySchema, policy)).toEqual([]);
  });

  it('is passed by the rules about words', () => {
    const rules = createWordRules({ dictionary: loadDictionary(), words, names });
    const reports = texts.map((text, index) => {
      const { data, body } = readMarkdownFile(text);
      const fields = Object.entries(data ?? {}).flatMap(([field, value]) =>
        ['title', 'excerpt'].includes(field) ? passageOf(String(value), { line: 1, column: 1 }) : [],
      );
      const passages = [...fields, ...passagesIn(body, files[index]?.endsWith('x') === true ? 'mdx' : 'md')];
      return printed(rules(passages, { language: 'en-GB' }).findings);
    });
    expect(reports.filter((report) => report !== '')).toEqual([]);
  }, 60_000);

  it('is passed by the rules about what must not be published', async () => {
    const rule = createPolicyRule(policySchema.parse(policy));
    const found = [
      ...(await secretsInAll(texts)).flat(),
      ...texts.flatMap((text) => [...personalDataIn(text), ...rule(text, 'posts')]),
    ];
    expect(printed(found)).toBe('');
  }, 60_000);
});
