import { readSettings } from '../../src/compile/settings.ts';
import { nearest } from '../../src/model/nearest.ts';
import { tagPermalink } from '../../src/model/permalink.ts';
import { tagSlug } from '../../src/model/slug.ts';
import type { Tag } from '../../src/model/tag.ts';
import type { SourceContent } from '../../src/source/read-content.ts';
import { readSource } from '../adapters/read-source.ts';
import { readFlags, UsageError } from '../flags.ts';
import { described } from '../renaming/described.ts';
import { tagMender } from '../renaming/mended-address.ts';
import type { MendedFile } from '../renaming/mended-file.ts';
import { mendFiles, type Mending } from '../renaming/mend-files.ts';
import { editYaml, type FieldEdit } from '../writing/frontmatter-edits.ts';
import { makeChanges } from '../writing/make-changes.ts';
import type { World } from '../world.ts';
import { refusedTagSlug } from './tag-slug.ts';

/** Gives a topic another name everywhere, and returns the exit code. Throws a `UsageError`. */
export async function renameTag(args: string[], world: World): Promise<number> {
  const { values, positionals } = readFlags(args, {
    label: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  });
  const [from, to] = positionals;
  if (from === undefined || to === undefined || positionals.length > 2)
    throw new UsageError(
      'Name the topic, and what it should be called: npm run tag -- rename checklists job-aids',
    );
  const settings = readSettings(world.cwd, world.env, world.now());
  const source = await readSource(settings, world);
  const { tags } = source.tags.data;
  const index = tags.findIndex(({ slug }) => slug === from);
  const own = tags[index];
  const others = tags.filter((tag) => tag !== own);
  const refused = own === undefined ? noSuchTag(from, tags) : refusedTagSlug(to, others);
  if (refused !== undefined || own === undefined) {
    world.stderr.write(`${refused ?? ''}\nNothing was changed.\n`);
    return 1;
  }
  const edits = tagEdits(own, index, { to, label: values.label });
  const mender = tagMender({ from, to, origin: source.site?.data.url });
  const plan = await mendFiles(settings.dir, source, mender, mending(edits, { from, to }, source));
  if (plan.unread.some((path) => path === 'tags.yml' || path === 'redirects.yml'))
    throw new UsageError(
      `tags.yml or redirects.yml cannot be changed as it is. Mend it first: npm run check`,
    );
  if (!values['dry-run']) await makeChanges(settings.dir, plan);
  world.stdout.write(`${described(plan, settings.label)}\n\n`);
  world.stdout.write(
    values['dry-run']
      ? 'Nothing was written.\n'
      : `The topic "${from}" is called "${to}", and is still found by its old name.\n`,
  );
  return 0;
}

function noSuchTag(name: string, tags: readonly Tag[]): string {
  const [suggestion] = nearest(
    name,
    tags.map(({ slug }) => slug),
  );
  return `content/tags.yml has no topic "${name}".${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`;
}

/** The old name becomes one of the others, unless it was the new one that was among them. */
function tagEdits(
  own: Tag,
  index: number,
  { to, label }: { to: string; label: string | undefined },
): FieldEdit[] {
  const aliases = [
    ...own.aliases.filter((alias) => alias.toLowerCase().replaceAll(' ', '-') !== to),
    own.slug,
  ];
  const field = (name: string) => ['tags', index, name];
  return [
    { kind: 'set', path: field('slug'), value: to },
    { kind: 'set', path: field('aliases'), value: aliases },
    ...(label === undefined ? [] : [{ kind: 'set', path: field('label'), value: label } satisfies FieldEdit]),
  ];
}

/** Beside the links, the topic itself gets its name, and its old address leads to the new one. */
function mending(
  edits: readonly FieldEdit[],
  { from, to }: { from: string; to: string },
  source: SourceContent,
): Mending {
  const [oldPath, newPath] = [from, to].map((slug) => tagPermalink(tagSlug.parse(slug)));
  if (oldPath === undefined || newPath === undefined) throw new Error('A topic has two names here.');
  const { redirects } = source.redirects.data;
  return (path, text, links) => {
    if (path === 'tags.yml') return edited(links(text), edits, { written: from, instead: to });
    if (path !== 'redirects.yml') return links(text);
    const told = { written: '', instead: `${oldPath}: ${newPath}` };
    if (text === '')
      return edited(
        { text, mends: [] },
        [{ kind: 'set', path: ['redirects'], value: { [oldPath]: newPath } }],
        told,
      );
    // What starts where the topic is to live would keep readers from it.
    const inTheWay = redirects[newPath] !== undefined;
    const redirect: FieldEdit = { kind: 'set', path: ['redirects', oldPath], value: newPath };
    const others: FieldEdit[] = inTheWay ? [{ kind: 'remove', path: ['redirects', newPath] }] : [];
    return edited(links(text), [redirect, ...others], told);
  };
}

function edited(
  { text, mends }: MendedFile,
  edits: readonly FieldEdit[],
  told: { written: string; instead: string },
): MendedFile {
  const after = editYaml(text, edits);
  if (after === undefined) throw new Error('The fields are written in a way that cannot be changed.');
  const before = text.split('\n');
  const line = after.split('\n').findIndex((one, index) => one !== before[index]) + 1;
  return { text: after, mends: [...mends, { line, ...told }] };
}
