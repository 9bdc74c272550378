import type { Page } from './page.ts';
import type { Side } from './side.ts';

/** What the readers of a report may not be told: everything of groups that are closed to them. */
export interface Hidden {
  page: (page: Page) => boolean;
  /** `path` is relative to the content folder. */
  file: (path: string) => boolean;
  address: (address: string) => boolean;
  /** Whether a sentence names something of a closed group. */
  text: (text: string) => boolean;
}

/** Whatever is closed on one of the two branches counts as closed. `audience` is the group that the report is written for. */
export function hiddenFrom(audience: string | undefined, sides: readonly Side[]): Hidden {
  const isClosed = ({ closedTo }: Page) => closedTo !== undefined && closedTo !== audience;
  const closed = sides.flatMap(({ pages }) => pages.filter(isClosed));
  const slugs = new Set(closed.flatMap(({ slug, formerly }) => [slug, ...formerly]));
  const paths = new Set(closed.map(({ path }) => path));
  const titles = new Set(closed.map(({ title }) => title));
  const unreadable = new Set(sides.flatMap(({ closedFiles }) => [...closedFiles]));
  const isPage = (page: Page) =>
    isClosed(page) || paths.has(page.path) || (page.kind === 'post' && slugs.has(page.slug));

  const isFile = (path: string): boolean => {
    if (path.startsWith('closed/') || paths.has(path) || unreadable.has(path)) return true;
    const [folder, name = ''] = path.split('/');
    const slug = name.replace(/\.[^.]+$/u, '');
    if ((folder === 'posts' || folder === 'threads') && slugs.has(slug)) return true;
    const by = sides.flatMap(({ shownBy }) => [...(shownBy.get(path) ?? [])]);
    return by.length > 0 && by.every((page) => paths.has(page));
  };
  return {
    page: isPage,
    file: isFile,
    address: (address) => [...slugs].some((slug) => address === `/posts/${slug}/`),
    text: (text) =>
      [...slugs].some((slug) => new RegExp(`(?<![\\w-])${RegExp.escape(slug)}(?![\\w-])`, 'u').test(text)) ||
      [...titles].some((title) => text.includes(title)),
  };
}
