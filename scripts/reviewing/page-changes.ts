import type { FileChange } from './branch.ts';
import type { Page } from './page.ts';
import type { Side } from './side.ts';

/** A page as it was and as it will be; one of the two is missing when it is new or gone. */
export interface PagePair {
  before?: Page | undefined;
  after?: Page | undefined;
}

/** The pages that a branch touched, and whether they belong to a group that is closed to whoever reads the report. */
export interface PagePairs {
  open: PagePair[];
  closed: PagePair[];
}

interface Sides {
  base: Side;
  head: Side;
  /** Of the content folder, relative to it. */
  changes: readonly FileChange[];
}

/**
 * Pairs the pages of two branches. A page is the same when its file is, when git knows that the file was moved, or when it
 * says itself that it was called so. `isClosed` says what the reader of the report may not see.
 */
export function pairPages({ base, head, changes }: Sides, isClosed: (page: Page) => boolean): PagePairs {
  const movedFrom = new Map(changes.flatMap(({ path, from }) => (from === undefined ? [] : [[path, from]])));
  const stillThere = (path: string) =>
    !changes.some((one) => one.from === path || (one.change === 'gone' && one.path === path));
  const byPath = new Map(base.pages.map((page) => [keyOf(page), page]));
  const bySlug = new Map(base.pages.map((page) => [`${page.kind} ${page.slug}`, page]));
  const unpaired = new Set(base.pages);
  const pairs: PagePair[] = head.pages.map((after) => {
    const names = [after.slug, ...after.formerly].map((slug) => bySlug.get(`${after.kind} ${slug}`));
    const moved = byPath.get(movedFrom.get(after.path) ?? '');
    const known = [
      byPath.get(keyOf(after)),
      ...names,
      leadsElsewhere(moved, after, head) ? undefined : moved,
    ];
    const before = known.find((page) => page !== undefined && unpaired.has(page));
    if (before === undefined) return { after };
    unpaired.delete(before);
    return { before, after };
  });
  for (const before of unpaired) {
    // A file that cannot be taken apart at all makes no page, and is not gone.
    const isUnreadable = before.kind !== 'topic' && stillThere(before.path);
    pairs.push(isUnreadable ? { before, after: { ...withoutBody(before), isDamaged: true } } : { before });
  }
  const touched = pairs.filter(isTouched);
  const closed = touched.filter((pair) => [pair.before, pair.after].some((page) => page && isClosed(page)));
  return { open: touched.filter((pair) => !closed.includes(pair)), closed };
}

/** Two files that are alike may be two pages: then the old address of the one leads to a third. */
function leadsElsewhere(before: Page | undefined, after: Page, { redirects }: Side): boolean {
  const to = before && redirects[before.address];
  return to !== undefined && to !== after.address;
}

/** The file of a page; all topics are in one. */
function keyOf({ kind, slug, path }: Page): string {
  return kind === 'topic' ? `${path}#${slug}` : path;
}

function withoutBody({ body: _, ...page }: Page): Page {
  return page;
}

function isTouched({ before, after }: PagePair): boolean {
  if (before === undefined || after === undefined) return true;
  return (
    before.address !== after.address ||
    before.isDamaged !== after.isDamaged ||
    before.closedTo !== after.closedTo ||
    before.body !== undefined ||
    after.body !== undefined ||
    JSON.stringify(before.fields) !== JSON.stringify(after.fields)
  );
}
