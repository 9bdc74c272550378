import { readingMinutes } from '../../src/model/catalogue.ts';
import type { Likeness } from '../../src/model/likeness.ts';
import { kindLabels, kindSchema } from '../../src/model/post.ts';
import { topicsLike } from '../../src/model/similar.ts';
import type { Approvers } from './code-owners.ts';
import { changedFields } from './field-changes.ts';
import type { Hidden } from './hidden.ts';
import type { PagePair } from './page-changes.ts';
import type { Page, ShownPicture } from './page.ts';
import type { PageChange, Passage } from './report-schema.ts';
import type { Side } from './side.ts';
import { changedPassages } from './word-changes.ts';

/** What a page is looked at with. */
export interface Surroundings {
  base: Side;
  head: Side;
  hidden: Hidden;
  approvers: Approvers;
  /** The content folder in the repository, ending with a slash. */
  prefix: string;
  likeness: Likeness;
}

/** Everything that a reviewer is told about one page. */
export function pageChange({ before, after }: PagePair, around: Surroundings): PageChange {
  const page = after ?? before;
  if (page === undefined) throw new Error('A change of no page was to be told.');
  const { head, approvers, prefix } = around;
  const moved = before !== undefined && after !== undefined && before.address !== after.address;
  const change = after === undefined ? 'gone' : before === undefined ? 'added' : moved ? 'moved' : 'changed';
  const { date } = page.fields;
  const files = [...new Set([page.path, before?.path ?? page.path])];
  return {
    ...{ change, kind: page.kind, address: page.address, file: `${prefix}${page.path}` },
    title: page.isDamaged === true && before !== undefined ? before.title : page.title,
    ...(moved && { from: before.address }),
    ...((moved || after === undefined) && { redirects: leadsOn(before, head) }),
    ...(page.standing !== undefined && { standing: page.standing }),
    ...(after && before?.standing !== undefined && { standingBefore: before.standing }),
    ...(typeof date === 'string' && { date }),
    ...(after?.isDamaged === true && { isDamaged: true }),
    ...minutesOf(before, after),
    owners: page.owners.flatMap((slug) => {
      const person = head.people.get(slug);
      return slug === '' ? [] : [{ name: person?.name ?? slug, left: person?.left ?? false }];
    }),
    approval: [...new Set(files.flatMap((path) => approvers(`${prefix}${path}`)))],
    ...readable({ before, after }, around),
    linkedFrom: linkedFrom(page, around),
    alike: after === undefined || before !== undefined ? [] : alike(after, around),
  };
}

function minutesOf(before: Page | undefined, after: Page | undefined) {
  const minutes = (page: Page | undefined) =>
    page?.body === undefined || page.kind !== 'post' ? undefined : readingMinutes(page.body.words);
  const [old, now] = [minutes(before), minutes(after ?? before)];
  return {
    ...(now !== undefined && { minutes: now }),
    ...(after !== undefined && old !== undefined && { minutesBefore: old }),
  };
}

/** What can be read on a page that could not be before, and the other way round. */
function readable(
  { before, after }: PagePair,
  around: Surroundings,
): Pick<PageChange, 'fields' | 'prose' | 'pictures' | 'linksAdded' | 'linksRemoved'> {
  const nothing = { fields: [], prose: [], pictures: [], linksAdded: [], linksRemoved: [] };
  if (after === undefined || after.isDamaged === true) return nothing;
  const { head, hidden } = around;
  const { lang } = after.fields;
  const language = typeof lang === 'string' ? lang : (head.site?.language ?? 'en');
  const links = (page: Page | undefined) => new Set(page?.body?.links);
  const [old, now] = [links(before), links(after)];
  const outward = (page: ReadonlySet<string>) => [...page].filter((link) => !hidden.address(link));
  return {
    fields: changedFields(before, after, {
      language,
      nameOf: (field, slug) => nameIn(field, slug, around),
    }),
    prose: proseOf(before, after, language),
    pictures: picturesOf(before?.body?.pictures ?? [], after.body?.pictures ?? []),
    linksAdded: outward(now.difference(old)),
    linksRemoved: outward(old.difference(now)),
  };
}

function proseOf(before: Page | undefined, after: Page, language: string): Passage[] {
  // Only one of the two was rendered when the other had no body that could be read.
  const [old, now] = [before?.body?.text ?? '', after.body?.text ?? ''];
  if (old === now) return [];
  const passages = changedPassages(old, now, language);
  return before === undefined ? passages.map(asWhole) : passages;
}

/** Of a page that is new, every word is new, and need not be marked. */
function asWhole(passage: Passage): Passage {
  if ('unchanged' in passage) return passage;
  return { pieces: passage.pieces.map(({ text }) => ({ is: 'same', text })) };
}

function picturesOf(before: readonly ShownPicture[], after: readonly ShownPicture[]): PageChange['pictures'] {
  const told = (change: PageChange['pictures'][number]['change'], picture: ShownPicture) => {
    const { file, alt, width, height, bytes } = picture;
    return { change, file, alt, width, height, bytes };
  };
  const nameOf = ({ file }: ShownPicture) => file.split('/').at(-1);
  const twin = (picture: ShownPicture, among: readonly ShownPicture[]) =>
    among.find((other) => nameOf(other) === nameOf(picture));
  return [
    ...after.flatMap((picture) => {
      const old = twin(picture, before) ?? before.find(({ address }) => address === picture.address);
      if (old === undefined) return [told('added', picture)];
      return old.address === picture.address && old.alt === picture.alt ? [] : [told('changed', picture)];
    }),
    ...before
      .filter(
        (old) => twin(old, after) === undefined && !after.some(({ address }) => address === old.address),
      )
      .map((old) => told('gone', old)),
  ];
}

/** Whether the old address of a page leads to another one. */
function leadsOn(before: Page | undefined, { pages, redirects }: Side): boolean {
  if (before === undefined) return false;
  return (
    redirects[before.address] !== undefined ||
    pages.some(({ kind, formerly }) => kind === before.kind && formerly.includes(before.slug))
  );
}

function linkedFrom(page: Page, { head, hidden }: Surroundings): PageChange['linkedFrom'] {
  const from = head.linksTo.get(page.address) ?? new Set();
  return head.pages
    .filter((other) => from.has(other.path) && other.path !== page.path && !hidden.page(other))
    .map(({ title, address }) => ({ title, address }));
}

function alike(page: Page, { head, hidden, likeness }: Surroundings): PageChange['alike'] {
  if (page.kind === 'topic')
    return topicsLike(page.slug, head.tags).map(({ slug, label }) => ({
      ...{ title: label, address: `/tags/${slug}/` },
    }));
  if (page.kind !== 'post' || page.body === undefined) return [];
  const found = likeness({ title: page.title, text: page.body.text, except: page.slug });
  const known = new Map(head.pages.flatMap((other) => (other.kind === 'post' ? [[other.slug, other]] : [])));
  return found.flatMap(({ slug, title, likeness: much }) => {
    const other = known.get(slug);
    if (other === undefined || hidden.page(other)) return [];
    return { title, address: other.address, percent: Math.round(much * 100) };
  });
}

const people = new Set(['authors', 'owner', 'to', 'stewards', 'members', 'trainer']);

/** What a slug in a field stands for, as readers know it. */
function nameIn(field: string, slug: string, { base, head, hidden }: Surroundings): string {
  if (field === 'kind') return kindSchema.safeParse(slug).success ? kindLabels[kindSchema.parse(slug)] : slug;
  const isPost = field === 'steps' || field === 'pinned';
  if (isPost && hidden.address(`/posts/${slug}/`)) return 'a post of a closed group';
  const kind = isPost ? 'post' : field === 'group' ? 'group' : undefined;
  for (const { people: known, tags, pages } of [head, base]) {
    const name = people.has(field)
      ? known.get(slug)?.name
      : field === 'tags'
        ? tags.find((tag) => tag.slug === slug)?.label
        : pages.find((page) => page.kind === kind && page.slug === slug)?.title;
    if (name !== undefined) return name;
  }
  return slug;
}
