import { formatDay, daySchema } from '../../src/model/day.ts';
import { plural } from '../../src/model/problem.ts';
import { listed, listedBriefly, type Item, type Line, type Part } from './outline.ts';
import type { PageKind } from './page.ts';
import type { PageChange } from './report-schema.ts';

export const changeWords: Record<PageChange['change'], string> = {
  added: 'New',
  moved: 'Moved',
  gone: 'Gone',
  changed: 'Changed',
};
const kindWords: Record<PageKind, string> = {
  post: 'post',
  page: 'page',
  group: 'page of a group',
  path: 'learning path',
  author: 'page of an author',
  topic: 'topic',
};
const mostLinks = 12;

/** What a reviewer is told about one page. */
export function pageItem(page: PageChange): Item {
  const { change, title, address, passages } = { ...page, passages: page.prose };
  const name: Line = [`${changeWords[change]}: `, { said: title }];
  return {
    title: name,
    brief: [...name, ', ', { code: address }],
    lines: [where(page), ...people(page), ...warnings(page), ...facts(page)],
    ...(change !== 'gone' && { passages, address }),
  };
}

function where({ kind, address, file, minutes, minutesBefore }: PageChange): Line {
  const before = minutesBefore === undefined || minutesBefore === minutes ? '' : `, ${minutesBefore} before`;
  const reading = minutes === undefined ? '' : `, ${plural(minutes, 'minute')} to read${before}`;
  return [{ code: address }, `, a ${kindWords[kind]}${reading}, made from `, { code: file }];
}

function people({ owners, approval }: PageChange): Line[] {
  const names = owners.map(({ name, left }): Part => ({ said: left ? `${name} (has left)` : name }));
  const approvers = approval.map((name): Part => ({ code: name }));
  return [
    ...(names.length === 0 ? [] : [['Kept true by ', ...listed(names), '.']]),
    ...(approvers.length === 0 ? [] : [['Needs the approval of ', ...listed(approvers, 'or'), '.']]),
  ];
}

/** What a reviewer must not miss. */
function warnings(page: PageChange): Line[] {
  const { change, from, redirects, isDamaged, linkedFrom } = page;
  const lines: Line[] = [];
  if (isDamaged === true) lines.push(['Its file cannot be read as it is; the problems say why.']);
  if (from !== undefined && redirects === true)
    lines.push(['It was at ', { code: from }, ', and that address leads here.']);
  if (from !== undefined && redirects === false)
    lines.push([
      'It was at ',
      { code: from },
      ', and that address leads nowhere: whoever kept it finds nothing.',
    ]);
  if (change === 'gone')
    lines.push([
      redirects === true ? 'Its address leads to another page.' : 'Its address leads nowhere any more.',
      ...(linkedFrom.length === 0
        ? []
        : [` ${plural(linkedFrom.length, 'page still links', 'pages still link')} to it.`]),
    ]);
  const standing = standingWords(page);
  if (standing !== undefined) lines.push([standing]);
  return lines;
}

function standingWords({ standing, standingBefore, date, change }: PageChange): string | undefined {
  const was = change === 'changed' || change === 'moved' ? standingBefore : undefined;
  if (change === 'gone' || standing === undefined) return undefined;
  if (standing === 'draft') return 'A draft: readers do not see it.';
  if (standing === 'expired') return 'It has expired: readers do not see it any more.';
  if (standing === 'scheduled') {
    const { success, data } = daySchema.safeParse(date);
    return `Readers see it from ${success ? formatDay(data, 'en-GB') : 'its date'} on.`;
  }
  if (was === undefined || was === 'published') return undefined;
  return was === 'draft' ? 'It was a draft, and readers will see it.' : 'Readers did not see it, and will.';
}

function facts({
  fields,
  pictures,
  linksAdded,
  linksRemoved,
  linkedFrom,
  alike,
  change,
  kind,
}: PageChange): Line[] {
  const links = (addresses: readonly string[]) =>
    listedBriefly(
      addresses.map((address) => ({ code: address })),
      mostLinks,
    );
  const pages = (list: readonly { title: string; address: string; percent?: number | undefined }[]) =>
    listedBriefly(
      list.map(({ title, percent }) => ({
        said: percent === undefined ? title : `${title} (${percent} % alike)`,
      })),
      mostLinks,
    );
  const nearly = kind === 'topic' ? 'Nearly the same as the topic ' : 'Says nearly the same as ';
  return [
    ...(alike.length === 0 ? [] : [[nearly, ...pages(alike), '.']]),
    ...fields.map(({ name, pieces }): Line => [{ said: name }, ': ', { pieces }]),
    ...pictures.map(pictureLine),
    ...(linksAdded.length === 0
      ? []
      : [[change === 'added' ? 'Links to ' : 'Links anew to ', ...links(linksAdded), '.']]),
    ...(linksRemoved.length === 0 ? [] : [['Does not link any more to ', ...links(linksRemoved), '.']]),
    ...(linkedFrom.length === 0 ? [] : [['Linked from ', ...pages(linkedFrom), '.']]),
  ];
}

function pictureLine({ change, file, alt, width, height, bytes }: PageChange['pictures'][number]): Line {
  const words = { added: 'New picture', changed: 'Changed picture', gone: 'Without the picture' };
  const size = bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1000)} kB`;
  const shows: Part[] =
    alt === '' ? ['without words for people who cannot see it'] : ['“', { said: alt }, '”'];
  return [
    `${words[change]} `,
    { code: file.split('/').at(-1) ?? file },
    ...(change === 'gone' ? ['.'] : [`, ${width} × ${height}, ${size}, `, ...shows, '.']),
  ];
}
