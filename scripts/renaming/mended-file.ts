import { linkPlaces, withPlaces } from '../../src/markdown/link-places.ts';
import { placesIn } from '../../src/model/places.ts';
import { frontmatterRange } from '../../src/source/frontmatter.ts';
import { parseYaml } from '../../src/source/yaml-document.ts';
import { editFrontmatter, editYaml, type FieldEdit, type FieldPath } from '../writing/frontmatter-edits.ts';

/** What a renaming makes of the ways in which a text can name something. Undefined leaves it as it is. */
export interface Mender {
  /** Stands in every text that names it. */
  slug: string;
  /** An address, written in the file at `path` relative to the content folder. */
  address: (written: string, path: string) => string | undefined;
  /** A slug, in a field that holds nothing else. */
  name: (written: string) => string | undefined;
  /** Which fields these are, by their path with dots. */
  isName: (field: string) => boolean;
  /** What stands between double brackets. */
  wiki: (written: string) => string | undefined;
}

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
 * A file with everything in it mended that names what is renamed: links of all kinds in the body, addresses and slugs in
 * fields. Undefined where there is nothing to mend. `path` is relative to the content folder. Throws where the text cannot be
 * taken apart.
 */
export function mendedFile(path: string, text: string, mender: Mender): MendedFile | undefined {
  if (!mayName(text, mender)) return undefined;
  const isFields = path.endsWith('.yml');
  const range = isFields ? { start: 0, end: text.length, bodyStart: text.length } : frontmatterRange(text);
  const bodyStart = range?.bodyStart ?? 0;
  const body = mendedBody(path, text.slice(bodyStart), mender);
  const lineAt = placesIn(text);
  const bodyMends = body.mends.map(({ offset, ...mend }) => ({
    line: lineAt(bodyStart + offset).line,
    ...mend,
  }));
  const fields = text.slice(range?.start ?? 0, range?.end ?? 0);
  const { edits, mends } = fieldMends(path, fields, mender, lineAt(range?.start ?? 0).line);
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

/** Most files name it nowhere, and need not be parsed. Names between brackets may be in capitals. */
function mayName(text: string, { slug }: Mender): boolean {
  return text.toLowerCase().includes(slug.toLowerCase());
}

function mendedBody(path: string, body: string, mender: Mender) {
  const mends: (Omit<Mend, 'line'> & { offset: number })[] = [];
  if (!mayName(body, mender)) return { text: body, mends };
  const places = linkPlaces(body, path.endsWith('.mdx') ? 'mdx' : 'md');
  const text = withPlaces(body, places, ({ kind, start, written }) => {
    const instead = kind === 'address' ? mender.address(written, path) : mender.wiki(written);
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

function fieldMends(path: string, yaml: string, mender: Mender, firstLine: number) {
  const document = parseYaml(yaml, firstLine);
  const edits: FieldEdit[] = [];
  const mends: Mend[] = [];
  for (const { path: place, value } of textsIn(document.data, [])) {
    const isName = mender.isName(place.join('.'));
    const instead = isName ? mender.name(value) : mendedText(path, place, value, mender);
    if (instead === undefined) continue;
    edits.push({ kind: 'set', path: place, value: instead });
    mends.push({ line: document.locate({ path: place, rule: 'bad-value' }).line, written: value, instead });
  }
  return { edits, mends };
}

/** A field that is an address as a whole, or the notice of the blog, which is a line of Markdown. */
function mendedText(path: string, place: FieldPath, value: string, mender: Mender): string | undefined {
  if (path !== 'site.yml' || place.join('.') !== 'notice')
    return /^(?:\/|\.\.?\/|https?:)/u.test(value) ? mender.address(value, path) : undefined;
  const { text, mends } = mendedBody(path, value, mender);
  return mends.length > 0 ? text : undefined;
}

function textsIn(value: unknown, path: FieldPath): { path: FieldPath; value: string }[] {
  if (typeof value === 'string') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    textsIn(one, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}
