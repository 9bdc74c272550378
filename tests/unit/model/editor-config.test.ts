import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { editorConfig, editorEntry } from '../../../src/model/editor-config.ts';
import { postFrontmatterSchema } from '../../../src/model/post.ts';
import { siteSchema, type Forge } from '../../../src/model/site.ts';

const site = siteSchema.parse({ name: 'The blog', purpose: 'To learn.', url: 'https://blog.example' });
const forge = (changes: Partial<Forge> = {}): Forge => ({
  kind: 'github',
  url: 'https://github.com',
  repository: 'kestrel-quay/watercooler',
  branch: 'main',
  ...changes,
});

const field = z.looseObject({
  name: z.string(),
  widget: z.string(),
  required: z.boolean(),
  hint: z.string(),
});
const collection = z.looseObject({
  name: z.string(),
  publish: z.boolean(),
  fields: z.array(field).default([]),
});
const config = z.looseObject({
  backend: z.record(z.string(), z.unknown()),
  publish_mode: z.string(),
  collections: z.array(collection),
});
const configOf = (changes?: Partial<Forge>) => config.parse(editorConfig(site, forge(changes)));
const collectionNamed = (name: string) => configOf().collections.find((each) => each.name === name);

describe('the configuration of the editor', () => {
  it.each([
    forge(),
    forge({ url: 'https://git.quay.example/' }),
    forge({ kind: 'gitlab', url: 'https://git.quay.example', repository: 'a/b/c' }),
  ])('is one that the editor takes: $kind at $url', (where) => {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve('@sveltia/cms')));
    const schema = z.record(z.string(), z.unknown());
    const published = schema.parse(JSON.parse(readFileSync(join(folder, 'schema/sveltia-cms.json'), 'utf8')));
    const validate = new Ajv({ strict: false, logger: false }).compile(published);
    validate(editorConfig(site, where));
    expect(validate.errors).toBeNull();
  });

  it('leads to where each forge answers programs', () => {
    const addresses = ({ backend }: ReturnType<typeof configOf>) => [
      backend['name'],
      backend['api_root'],
      backend['graphql_api_root'],
    ];
    expect([
      addresses(configOf()),
      addresses(configOf({ url: 'https://git.quay.example/' })),
      addresses(configOf({ kind: 'gitlab', url: 'https://gitlab.com' })),
    ]).toEqual([
      ['github', undefined, undefined],
      ['github', 'https://git.quay.example/api/v3', 'https://git.quay.example/api/graphql'],
      ['gitlab', 'https://gitlab.com/api/v4', 'https://gitlab.com/api/graphql'],
    ]);
  });

  it('lets nobody publish, and takes tokens only', () => {
    const { backend, publish_mode, collections } = configOf();
    expect(publish_mode).toBe('editorial_workflow');
    expect(collections.map(({ publish }) => publish)).toEqual(collections.map(() => false));
    expect(backend['auth_methods']).toEqual(['token']);
  });

  it('asks for every field of a post, what all have before the text', () => {
    const fields = collectionNamed('posts')?.fields ?? [];
    expect(fields.map(({ name, widget, required }) => `${name}: ${widget}${required ? ', required' : ''}`))
      .toMatchInlineSnapshot(`
        [
          "title: string, required",
          "date: datetime, required",
          "authors: relation, required",
          "tags: relation, required",
          "kind: select",
          "body: richtext, required",
          "expires: datetime",
          "link: string",
          "to: relation",
          "excerpt: text",
          "group: relation",
          "updated: datetime",
          "reviewBy: string",
          "reviewed: datetime",
          "owner: relation",
          "draft: boolean",
          "cover: image",
          "coverAlt: string",
          "answers: list",
          "acknowledge: boolean",
          "comments: select",
          "lang: string",
        ]
      `);
    const shown = new Set(fields.map(({ name }) => name));
    const unseen = Object.keys(postFrontmatterSchema.shape).filter((name) => !shown.has(name));
    expect(unseen).toEqual(['formerly', 'allow']);
  });

  it('keeps to the limits and the words of the schema', () => {
    const fields = Object.fromEntries(
      (collectionNamed('posts')?.fields ?? []).map((each) => [each.name, each]),
    );
    const { title, tags, reviewBy, draft, answers } = fields;
    expect({ title, tags, reviewBy, draft, answers }).toMatchInlineSnapshot(`
      {
        "answers": {
          "field": {
            "label": "Number",
            "min": 1,
            "name": "item",
            "step": 1,
            "value_type": "int",
            "widget": "number",
          },
          "hint": "The questions that it answers, by the numbers in their addresses. They lead to it and count as answered. Example: 12",
          "label": "Answers",
          "name": "answers",
          "required": false,
          "widget": "list",
        },
        "draft": {
          "default": false,
          "hint": "It stays out of the published blog, also when it is accepted. Leave it off, unless somebody is to finish it later.",
          "label": "Keep it hidden",
          "name": "draft",
          "required": false,
          "widget": "boolean",
        },
        "reviewBy": {
          "hint": "When somebody should look again: a day, or a time after publication. Example: 6 months",
          "label": "Review by",
          "name": "reviewBy",
          "pattern": [
            "^\\d{4}-\\d{2}-\\d{2}$|^(\\d{1,3}) (day|week|month|year)s?$",
            "Write it as the words beside it say.",
          ],
          "required": false,
          "widget": "string",
        },
        "tags": {
          "collection": "settings",
          "display_fields": [
            "tags.*.label",
          ],
          "file": "tags",
          "hint": "One to eight topics.",
          "label": "Topics",
          "max": 8,
          "min": 1,
          "multiple": true,
          "name": "tags",
          "required": true,
          "search_fields": [
            "tags.*.label",
            "tags.*.slug",
          ],
          "value_field": "tags.*.slug",
          "widget": "relation",
        },
        "title": {
          "hint": "What the post is called, in sentence case. Example: Names that sort",
          "label": "Title",
          "maxlength": 200,
          "name": "title",
          "required": true,
          "widget": "string",
        },
      }
    `);
  });

  it('tells somebody who is no author yet how to come in with the post', () => {
    const { hint } = collectionNamed('posts')?.fields.find(({ name }) => name === 'authors') ?? {};
    expect(hint).toMatchInlineSnapshot(
      `"Who wrote it. If you are not here yet, choose Add Author, once: your entry comes with this post and is reviewed with it. Until it is published, you stand here by the name of its file."`,
    );
  });

  it('tells what stands inside a list', () => {
    expect(collectionNamed('paths')?.fields.find(({ name }) => name === 'steps')).toMatchInlineSnapshot(`
      {
        "fields": [
          {
            "hint": "The slug of the post to read.",
            "label": "Post",
            "maxlength": 80,
            "name": "post",
            "pattern": [
              "^[a-z0-9]+(?:-[a-z0-9]+)*$",
              "Write it as the words beside it say.",
            ],
            "required": true,
            "widget": "string",
          },
          {
            "hint": "Why it is here, in one sentence.",
            "label": "Because",
            "maxlength": 300,
            "name": "because",
            "required": true,
            "widget": "text",
          },
          {
            "default": [
              "read",
            ],
            "hint": "What the step asks for. Choices: read, comment, acknowledge, quiz.",
            "label": "Requires",
            "multiple": true,
            "name": "requires",
            "options": [
              {
                "label": "Read",
                "value": "read",
              },
              {
                "label": "Comment",
                "value": "comment",
              },
              {
                "label": "Acknowledge",
                "value": "acknowledge",
              },
              {
                "label": "Quiz",
                "value": "quiz",
              },
            ],
            "required": false,
            "widget": "select",
          },
          {
            "hint": "How many days after the start it is due.",
            "label": "After days",
            "min": 0,
            "name": "afterDays",
            "required": false,
            "step": 1,
            "value_type": "int",
            "widget": "number",
          },
        ],
        "hint": "The steps, in order.",
        "label": "Steps",
        "min": 1,
        "name": "steps",
        "required": true,
        "widget": "list",
      }
    `);
  });
});

describe('the form of a post', () => {
  it.each([
    ['posts/names-that-sort/index.md', '/write/editor/#/collections/posts/entries/names-that-sort/index'],
    ['posts/names-that-sort.md', '/write/editor/#/collections/posts-in-one-file/entries/names-that-sort'],
    ['posts/names-that-sort.mdx', undefined],
    ['posts/names-that-sort/index.mdx', undefined],
    ['closed/board/posts/names-that-sort.md', undefined],
  ])('for %s is at %s', (path, address) => {
    expect(editorEntry(forge(), { path })).toBe(address);
  });

  it('is not there where the editor is not', () => {
    expect(editorEntry(forge({ kind: 'gitea' }), { path: 'posts/a.md' })).toBeUndefined();
  });
});
