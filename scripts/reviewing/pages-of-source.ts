import type { Day } from '../../src/model/day.ts';
import { standing } from '../../src/model/visibility.ts';
import { postFrontmatterSchema } from '../../src/model/post.ts';
import type { Damaged, SourceContent } from '../../src/source/read-content.ts';
import type { Page, PageKind } from './page.ts';

const kindOf: Readonly<Partial<Record<Damaged['collection'], PageKind>>> = {
  posts: 'post',
  pages: 'page',
  groups: 'group',
  paths: 'path',
  authors: 'author',
};
const folders: Record<PageKind, string> = {
  ...{ post: '/posts/', page: '/', group: '/groups/', path: '/paths/' },
  ...{ author: '/authors/', topic: '/tags/' },
};

/** Every page that a content folder makes, readable or not, in the order of the kinds and files. */
export function pagesOf(source: SourceContent, day: Day | undefined): Page[] {
  const closed = new Set(
    source.groups.filter(({ data }) => data.access === 'closed').map(({ slug }) => slug),
  );
  const make = (kind: PageKind, slug: string, path: string, fields: Page['fields']): Page => ({
    ...{ kind, slug, path, fields, title: titleOf(kind, fields, slug) },
    ...{ address: `${folders[kind]}${slug}/`, formerly: [], owners: [] },
  });
  const closedTo = (group: unknown) =>
    typeof group === 'string' && closed.has(group) ? { closedTo: group } : {};
  return [
    ...source.posts.map(({ slug, path, data }): Page => {
      const { formerly, owner, authors, group } = data;
      return {
        ...make('post', slug, path, data),
        ...{ formerly, owners: [owner ?? authors[0] ?? ''], ...closedTo(group) },
        ...(day !== undefined && { standing: standing(data, { day }) }),
      };
    }),
    ...source.pages.map(({ slug, path, data }) => make('page', slug, path, data)),
    ...source.groups.map(({ slug, path, data }) => ({
      ...make('group', slug, path, data),
      owners: data.stewards,
    })),
    ...source.paths.map(({ slug, path, data }) => make('path', slug, path, data)),
    ...source.authors.map(({ slug, path, data }) => make('author', slug, path, data)),
    ...source.tags.data.tags.map((tag) => ({
      ...make('topic', tag.slug, source.tags.path, tag),
      owners: tag.trainer === undefined ? [] : [tag.trainer],
    })),
    ...source.damaged.flatMap((entry): Page[] => {
      const { collection, slug, path, data } = entry;
      const kind = kindOf[collection];
      if (kind === undefined) return [];
      const group = data['group'] ?? groupNamedIn(entry.text(), closed);
      const formerly = postFrontmatterSchema.shape.formerly.safeParse(data['formerly']).data ?? [];
      return [{ ...make(kind, slug, path, data), formerly, ...closedTo(group), isDamaged: true }];
    }),
  ];
}

/** Whose post it is when its fields cannot be read: nothing of a closed group is told because of a missing quotation mark. */
export function groupNamedIn(text: string, closed: ReadonlySet<string>): string | undefined {
  return [...closed].find((group) => new RegExp(`\\bgroup\\b[^\\n]*${RegExp.escape(group)}`, 'u').test(text));
}

function titleOf(kind: PageKind, fields: Page['fields'], slug: string): string {
  const name = kind === 'topic' ? 'label' : kind === 'group' || kind === 'author' ? 'name' : 'title';
  const title = fields[name];
  return typeof title === 'string' ? title : slug;
}
