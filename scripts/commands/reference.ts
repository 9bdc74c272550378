import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { readSettings } from '../../src/compile/settings.ts';
import { authorSchema } from '../../src/model/author.ts';
import { editorSchemas } from '../../src/model/editor-schemas.ts';
import { fieldRows, fieldTable } from '../../src/model/field-reference.ts';
import { groupFrontmatterSchema } from '../../src/model/group.ts';
import { markdownTable } from '../../src/model/markdown-table.ts';
import { pageFrontmatterSchema } from '../../src/model/page.ts';
import { pathFrontmatterSchema } from '../../src/model/path.ts';
import { postFrontmatterSchema } from '../../src/model/post.ts';
import { rules, ruleThemes, type RuleTheme } from '../../src/model/rules/rules.ts';
import { exceptionsFor, type Exception } from '../../src/model/rules/silencing.ts';
import { siteSchema } from '../../src/model/site.ts';
import { tagSchema } from '../../src/model/tag.ts';
import { teachingComponents, teachingNames, type TeachingComponent } from '../../src/model/teaching.ts';
import { writeWhole } from '../adapters/whole-files.ts';
import { readFlags, UsageError } from '../flags.ts';
import { formFiles } from '../handin/form-files.ts';
import type { World } from '../world.ts';

/** The file that holds the reference, relative to the top folder. */
export const referenceFile = '.github/CONTRIBUTING.md';

const start = '<!-- reference: made by "npm run reference", do not edit by hand -->';
const end = '<!-- end of reference -->';

/** The folder of the schemas for editors, relative to the top folder. */
export const schemaFolder = '.vscode/schemas';

export const summary =
  'Writes what is made from the model: the reference of fields and rules, the issue form, the schemas for editors.';
export const usage = `
npm run reference

Makes the tables of fields, components and rules in ${referenceFile} anew from src/model, the issue form in
.github/ISSUE_TEMPLATE/ from the fields, the topics and the open groups, and the JSON Schemas in ${schemaFolder}/, by
which an editor completes and explains the fields. Run it after changing a field, a rule or its description, and after adding
a topic or a group.
`;

/** Rewrites what is made from the model, and returns the exit code. */
export async function run(args: string[], world: World): Promise<number> {
  const { cwd, stdout, stderr } = world;
  const { positionals } = readFlags(args, {});
  if (positionals.length > 0)
    throw new UsageError(`"reference" takes no other words, and got "${positionals.join(' ')}".`);
  const after = withReference(await readFile(join(cwd, referenceFile), 'utf8'));
  if (after === undefined) {
    stderr.write(
      `${referenceFile} has no place for the reference, so nothing was changed. Put these two lines into it:\n${start}\n${end}\n`,
    );
    return 1;
  }
  const forms = await formFiles(readSettings(cwd, world.env, world.now()));
  for (const [path, text] of [[referenceFile, after] as const, ...forms, ...schemaFiles()]) {
    const file = join(cwd, path);
    const isNew = (await readFile(file, 'utf8').catch(() => undefined)) !== text;
    if (isNew) await writeWhole(file, text);
    stdout.write(isNew ? `Wrote ${path}.\n` : `${path} was up to date.\n`);
  }
  return 0;
}

/** The schemas for editors as texts, by path. */
export function schemaFiles(): Map<string, string> {
  return new Map(
    [...editorSchemas()].map(([name, schema]) => [
      `${schemaFolder}/${name}.schema.json`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  );
}

/** The guide with its marked part made anew; undefined when it has no marked part. */
export function withReference(guide: string): string | undefined {
  const from = guide.indexOf(start);
  const to = guide.indexOf(end, from);
  if (from === -1 || to === -1) return undefined;
  return `${guide.slice(0, from)}${start}\n\n${reference()}\n\n${guide.slice(to)}`;
}

const files: readonly (readonly [title: string, schema: z.ZodObject])[] = [
  ['A post: `content/posts/<slug>.md`', postFrontmatterSchema],
  ['An author: `content/authors/<slug>.yml`', authorSchema],
  ['A group: `content/groups/<slug>.md`', groupFrontmatterSchema],
  ['A learning path: `content/paths/<slug>.md`', pathFrontmatterSchema],
  ['A page: `content/pages/<slug>.md`', pageFrontmatterSchema],
  ['A topic, in the list `tags` of `content/tags.yml`', tagSchema],
  ['The blog: `content/site.yml`', siteSchema],
];

function reference(): string {
  return [
    '### Fields',
    ...files.flatMap(([title, schema]) => [`#### ${title}`, fieldTable(fieldRows(schema))]),
    '### Components of `.mdx` posts',
    ...teachingNames.flatMap((name) => componentReference(name, teachingComponents[name])),
    '### Rules of the check',
    'An error keeps everything from being published; advice is only said. Each rule has a page with its reasons and an example under `/write/rules/` of the blog.',
    ...ruleThemes.flatMap(themeReference),
    '### Exceptions',
    'A rule that can be silenced is silenced for one line, or for one file, with a reason. The report of the check shows the reason, and a reviewer judges it.',
    ...exceptionsFor('vague-link-text', { because: 'the button is called "Click here"' }).flatMap(
      exceptionReference,
    ),
    'An exception from `policy` is always for the whole file, and names the clause as well.',
    ...exceptionsFor('policy', { because: 'the customer agreed to it in writing', clause: 'customers' }).map(
      sourceBlock,
    ),
  ].join('\n\n');
}

function componentReference(name: string, { purpose, inside, attributes }: TeachingComponent): string[] {
  const rows = fieldRows(attributes);
  const place = inside === undefined ? '' : ` It stands directly inside \`<${inside}>\`.`;
  return [`#### \`<${name}>\``, `${purpose}${place}`, ...(rows.length > 0 ? [fieldTable(rows)] : [])];
}

function themeReference({ title, rules: names }: RuleTheme): string[] {
  const rows = names.map((name) => {
    const { severity, silenceable, finds } = rules[name];
    return [`\`${name}\``, severity, silenceable ? 'yes' : 'no', finds];
  });
  return [`#### ${title}`, markdownTable(['Rule', 'Severity', 'Can be silenced', 'What it finds'], rows)];
}

function exceptionReference(exception: Exception): string[] {
  return [exception.place, sourceBlock(exception)];
}

function sourceBlock({ language, source }: Exception): string {
  return `\`\`\`${language}\n${source}\`\`\``;
}
