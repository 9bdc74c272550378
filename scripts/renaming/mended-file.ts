import { linkPlaces, withPlaces } from '../../src/markdown/link-places.ts';
import { placesIn } from '../../src/model/places.ts';
import { frontmatterRange } from '../../src/source/frontmatter.ts';
import { parseYaml } from '../../src/source/yaml-document.ts';
import { editFrontmatter, editYaml, type FieldEdit, type FieldPath } from '../writing/frontmatter-edits.ts';
import { mendedAddress, type Renaming } from './mended-address.ts';

/** One place that a renaming changes, as a person looks for it. */
export interface Mend {
  line: number;
  written: string;
  instead: string;
}

/** A file of the content folder after a renaming. */
export interface MendedFile {
  text: string;
  mends: Mend[];
}

/**
 * A file with everything in it mended that names a post by its old slug: links of all kinds in the body, addresses in
 * fields, steps of learning paths, pinned posts. Undefined where there is nothing to mend. `path` is relative to the content
 * folder. Throws where the text cannot be taken apart.
 */
export function mendedFile(path: string, text: string, renaming: Renaming): MendedFile | undefined {
  if (!text.includes(renaming.from)) return undefined;
  const isFields = path.endsWith('.yml');
  const range = isFields ? { start: 0, end: text.length, bodyStart: text.length } : frontmatterRange(text);
  const bodyStart = range?.bodyStart ?? 0;
  const body = mendedBody(path, text.slice(bodyStart), renaming);
  const lineAt = placesIn(text);
  const bodyMends = body.mends.map(({ offset, ...mend }) => ({
    line: lineAt(bodyStart + offset).line,
    ...mend,
  }));
  const fields = text.slice(range?.start ?? 0, range?.end ?? 0);
  const { edits, mends } = fieldMends(path, fields, renaming, lineAt(range?.start ?? 0).line);
  if (bodyMends.length + mends.length === 0) return undefined;
  const whole = text.slice(0, bodyStart) + body.text;
  const edited = isFields
    ? editYaml(whole, edits)
    : edits.length === 0
      ? whole
      : editFrontmatter(whole, edits);
  if (edited === undefined)
    throw new Error(`The fields of ${path} are written in a way that cannot be changed.`);
  return { text: edited, mends: [...mends, ...bodyMends] };
}

function mendedBody(path: string, body: string, renaming: Renaming) {
  const mends: (Omit<Mend, 'line'> & { offset: number })[] = [];
  if (!body.includes(renaming.from)) return { text: body, mends };
  const places = linkPlaces(body, path.endsWith('.mdx') ? 'mdx' : 'md');
  const text = withPlaces(body, places, ({ kind, start, written }) => {
    const instead =
      kind === 'address' ? mendedAddress(written, path, renaming) : mendedName(written, renaming);
    if (instead !== undefined)
      mends.push(
        kind === 'address'
          ? { offset: start, written, instead }
          : { offset: start, written: `[[${written}]]`, instead: `[[${instead}]]` },
      );
    return instead;
  });
  return { text, mends };
}

function mendedName(written: string, { from, to }: Renaming): string | undefined {
  return written.toLowerCase() === from ? to : undefined;
}

/** Fields that hold the slug of a post and nothing else. */
const slugFields = [/^steps\.\d+\.post$/u, /^tags\.\d+\.pinned\.\d+$/u];

function fieldMends(path: string, yaml: string, renaming: Renaming, firstLine: number) {
  const document = parseYaml(yaml, firstLine);
  const edits: FieldEdit[] = [];
  const mends: Mend[] = [];
  for (const { path: place, value } of textsIn(document.data, [])) {
    const isSlug = slugFields.some((pattern) => pattern.test(place.join('.')));
    const instead = isSlug ? mendedName(value, renaming) : mendedText(path, place, value, renaming);
    if (instead === undefined) continue;
    edits.push({ kind: 'set', path: place, value: instead });
    mends.push({ line: document.locate({ path: place, rule: 'bad-value' }).line, written: value, instead });
  }
  return { edits, mends };
}

/** A field that is an address as a whole, or the notice of the blog, which is a line of Markdown. */
function mendedText(path: string, place: FieldPath, value: string, renaming: Renaming): string | undefined {
  if (path !== 'site.yml' || place.join('.') !== 'notice')
    return /^(?:\/|\.\.?\/|https?:)/u.test(value) ? mendedAddress(value, path, renaming) : undefined;
  const { text, mends } = mendedBody(path, value, renaming);
  return mends.length > 0 ? text : undefined;
}

function textsIn(value: unknown, path: FieldPath): { path: FieldPath; value: string }[] {
  if (typeof value === 'string') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    textsIn(one, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}
