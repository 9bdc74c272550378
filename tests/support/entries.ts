import type { z } from 'zod';
import { authorSchema, type Author } from '../../src/model/author.ts';
import { createCatalogue, type Catalogue } from '../../src/model/catalogue.ts';
import type { Content } from '../../src/model/content.ts';
import { daySchema } from '../../src/model/day.ts';
import { groupFrontmatterSchema, type Group } from '../../src/model/group.ts';
import { pathFrontmatterSchema, type LearningPath } from '../../src/model/path.ts';
import { postFrontmatterSchema, type BodyFacts, type Picture, type Post } from '../../src/model/post.ts';
import { siteSchema, type Site } from '../../src/model/site.ts';
import { authorSlug, groupSlug, pathSlug, postSlug } from '../../src/model/slug.ts';
import { tagSchema, type Tag } from '../../src/model/tag.ts';
import { threadSchema, type Thread } from '../../src/model/thread.ts';
import type { View } from '../../src/model/visibility.ts';

// Entries as the compiler would make them, from the fields that a test is about.

export const day = (text: string) => daySchema.parse(text);

function bodyFacts(changes: Partial<BodyFacts> = {}): BodyFacts {
  const lists = { headings: [], mentions: [], pictures: [], files: [], features: [] };
  return { digest: '', words: 100, opening: 'Some words.', ...lists, ...changes };
}

interface PostExtras {
  body?: Partial<BodyFacts>;
  /** Slugs of posts that the body links to. */
  mentions?: string[];
  revised?: string;
  coverPicture?: Picture;
}

export function aPost(
  slug: string,
  fields: Partial<z.input<typeof postFrontmatterSchema>> = {},
  { body, mentions = [], revised, coverPicture }: PostExtras = {},
): Post {
  const written = {
    title: `The post ${slug}`,
    date: '2026-03-12',
    authors: ['ada'],
    tags: ['tools'],
    ...fields,
  };
  return {
    ...postFrontmatterSchema.parse(written),
    slug: postSlug.parse(slug),
    source: {
      path: `posts/${slug}.md`,
      format: 'md',
      ...(revised !== undefined && { revised: day(revised) }),
    },
    body: bodyFacts({ mentions: mentions.map((mention) => postSlug.parse(mention)), ...body }),
    ...(coverPicture !== undefined && { coverPicture }),
  };
}

export function anAuthor(slug: string, fields: Partial<z.input<typeof authorSchema>> = {}): Author {
  const written = { name: `Author ${slug}`, role: 'Trainer', ...fields };
  return { ...authorSchema.parse(written), slug: authorSlug.parse(slug), source: `authors/${slug}.yml` };
}

export function aGroup(slug: string, fields: Partial<z.input<typeof groupFrontmatterSchema>> = {}): Group {
  const written = { name: `Group ${slug}`, purpose: 'To talk.', stewards: ['ada'], ...fields };
  return {
    ...groupFrontmatterSchema.parse(written),
    slug: groupSlug.parse(slug),
    source: { path: `groups/${slug}.md`, format: 'md' },
    body: bodyFacts(),
  };
}

export function aTag(slug: string, fields: Partial<z.input<typeof tagSchema>> = {}): Tag {
  return tagSchema.parse({ slug, label: `Topic ${slug}`, description: 'A topic.', ...fields });
}

/** A learning path whose steps are posts, by slug. */
export function aPath(slug: string, posts: readonly string[]): LearningPath {
  const steps = posts.map((post) => ({ post, because: 'It helps.' }));
  return {
    ...pathFrontmatterSchema.parse({ title: `Path ${slug}`, for: 'everybody', outcome: 'You know.', steps }),
    slug: pathSlug.parse(slug),
    source: { path: `paths/${slug}.md`, format: 'md' },
    body: bodyFacts(),
  };
}

type Remark = Partial<z.input<typeof threadSchema>['comments'][number]>;

/** A remark as the forge's copy holds it. */
export function aRemark(id: string, changes: Remark = {}) {
  return {
    id,
    url: `https://forge.example/d/1#${id}`,
    author: { login: 'ada-b', name: 'Ada' },
    createdAt: '2026-03-13T09:00:00Z',
    editedAt: null,
    deleted: false,
    hidden: null,
    body: `Words of ${id}.`,
    upvotes: 0,
    reactions: {},
    replies: [],
    ...changes,
  };
}

/** A reply: a remark that has no replies. */
export function aReply(id: string, changes: Omit<Remark, 'replies'> = {}) {
  const { replies: _none, ...reply } = aRemark(id, changes);
  return reply;
}

export function threadFile(fields: Partial<z.input<typeof threadSchema>> = {}) {
  return threadSchema.parse({
    id: 'D_1',
    number: 1,
    url: 'https://forge.example/d/1',
    title: 'A thread',
    category: { name: 'Watercooler', answerable: true },
    copiedAt: '2026-11-22T00:00:00Z',
    createdAt: '2026-03-13T09:00:00Z',
    updatedAt: '2026-03-13T09:00:00Z',
    locked: false,
    closed: false,
    upvotes: 0,
    reactions: {},
    answer: null,
    poll: null,
    comments: [],
    ...fields,
  });
}

export function aThread(key: string, fields: Partial<z.input<typeof threadSchema>> = {}): Thread {
  return { ...threadFile(fields), key, source: `threads/${key}.json`, bodyDigest: '' };
}

/** A discussion that stands by itself, in a category with answers. */
export function aQuestion(number: number, fields: Partial<z.input<typeof threadSchema>> = {}): Thread {
  const written = threadFile({
    id: `D_${number}`,
    number,
    url: `https://forge.example/d/${number}`,
    title: `Question ${number}`,
    category: { name: 'Questions', answerable: true },
    author: { login: 'ada-b', name: 'Ada' },
    ...fields,
  });
  return { ...written, key: String(number), source: `threads/questions/${number}.json`, bodyDigest: '' };
}

export function aSite(fields: Partial<z.input<typeof siteSchema>> = {}): Site {
  return siteSchema.parse({
    name: 'The Harbour Log',
    purpose: 'To learn.',
    url: 'https://blog.example',
    ...fields,
  });
}

export const publicView: View = { audience: { kind: 'public' }, day: day('2026-11-22'), preview: false };

export function content(parts: Partial<Content>): Content {
  return {
    site: aSite(),
    notice: '',
    posts: [],
    authors: [anAuthor('ada')],
    groups: [],
    paths: [],
    pages: [],
    tags: [aTag('tools')],
    redirects: {},
    synonyms: [],
    threads: [],
    questions: [],
    copied: undefined,
    approvals: { pulls: [], withoutPull: [] },
    ...parts,
  };
}

export function aCatalogue(parts: Partial<Content>, view: Partial<View> = {}): Catalogue {
  return createCatalogue(content(parts), { ...publicView, ...view });
}

/** The slugs of entries, to compare lists by. */
export function slugs(entries: readonly { slug: string }[] | undefined): string[] | undefined {
  return entries?.map(({ slug }) => slug);
}

/** Numbers from 0 to below 1 that look random and are the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
