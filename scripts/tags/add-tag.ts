import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from '../../src/compile/settings.ts';
import { schemaProblems } from '../../src/model/field-problem.ts';
import { nearest } from '../../src/model/nearest.ts';
import { tagSchema } from '../../src/model/tag.ts';
import { openPrompts } from '../adapters/prompts.ts';
import { readSource } from '../adapters/read-source.ts';
import { readFlags, UsageError } from '../flags.ts';
import { makeChanges } from '../writing/make-changes.ts';
import { editYaml, type FieldEdit } from '../writing/frontmatter-edits.ts';
import type { World } from '../world.ts';
import { refusedTagSlug, similarTo } from './tag-slug.ts';
import { refuse } from '../last-words.ts';

/** Adds a topic to tags.yml, and returns the exit code. Throws a `UsageError`. */
export async function addTag(args: string[], world: World): Promise<number> {
  const { values, positionals } = readFlags(args, {
    label: { type: 'string' },
    description: { type: 'string' },
    alias: { type: 'string', multiple: true, default: [] },
    trainer: { type: 'string' },
    anyway: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  });
  const [slug] = positionals;
  if (slug === undefined || positionals.length > 1)
    throw new UsageError('Name the topic as it stands in addresses: npm run tag -- add job-aids');
  const settings = readSettings(world.cwd, world.env, world.now());
  const source = await readSource(settings, world);
  const { tags } = source.tags.data;
  const aliases = values.alias.flatMap((names) => names.split(',')).map((name) => name.trim());
  const refused = refusedTagSlug(slug, tags) ?? unknownTrainer(values.trainer, source.authors);
  if (refused !== undefined) return refuse(world, refused);
  const twin = similarTo([slug, ...aliases], tags);
  if (twin !== undefined && !values.anyway)
    return refuse(
      world,
      `"${twin.name}" is nearly the same as the topic "${twin.slug}", or as one of its other names. Use that one, or add this all the same: --anyway`,
    );

  const words = await askedFor({ slug, label: values.label, description: values.description }, world);
  if (words === undefined)
    return refuse(
      world,
      `--description is missing, and nobody is here to ask: one line on what belongs under "${slug}".`,
    );
  const tag = {
    slug,
    ...words,
    ...(aliases.length > 0 && { aliases }),
    ...(values.trainer !== undefined && { trainer: values.trainer }),
  };
  const [problem] = schemaProblems(tagSchema, tag);
  if (problem !== undefined) return refuse(world, `--${String(problem.path[0])}: ${problem.message}`);
  const edit: FieldEdit = { kind: 'add', path: ['tags'], value: tag };
  const path = 'tags.yml';
  const text = editYaml(await readFile(join(settings.dir, path), 'utf8'), [edit]);
  if (text === undefined)
    return refuse(
      world,
      `${settings.label}/${path} cannot be changed as it is. Mend it first: npm run check`,
    );
  const verb = values['dry-run'] ? 'Would add' : 'Added';
  if (!values['dry-run']) await makeChanges(settings.dir, { rewrites: [{ path, text }] });
  world.stdout.write(`${verb} the topic "${slug}" (${words.label}) to ${settings.label}/${path}.\n`);
  if (values['dry-run']) world.stdout.write('Nothing was written.\n');
  return 0;
}

function unknownTrainer(slug: string | undefined, authors: readonly { slug: string }[]): string | undefined {
  const names = authors.map((author) => author.slug);
  if (slug === undefined || names.includes(slug)) return undefined;
  const [suggestion] = nearest(slug, names);
  return `--trainer: content/authors has no file for "${slug}".${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`;
}

interface Words {
  label: string;
  description: string;
}

/** The words that readers see: from the flags, from the person, or the label from the slug. Undefined without a description. */
async function askedFor(
  { slug, label, description }: { slug: string } & Record<keyof Words, string | undefined>,
  world: World,
): Promise<Words | undefined> {
  const usual = slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');
  const prompts = openPrompts(world);
  if (description !== undefined) return { label: label ?? usual, description };
  if (prompts === undefined) return undefined;
  const some = (text: string) => (text === '' ? 'A few words are needed here.' : undefined);
  return {
    label:
      label ??
      (await prompts.text({ message: 'What is it called, as readers see it?', initial: usual, judge: some })),
    description: await prompts.text({ message: 'What belongs here, in one line?', judge: some }),
  };
}
