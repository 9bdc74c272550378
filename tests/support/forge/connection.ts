import { GraphQLError, Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql/index.js';

export interface PageArgs {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

/** What a place in a list is known by, so that the list can change between two pages: dates and numbers, compared in order. */
type Key = readonly (string | number)[];

interface Listing<T> {
  items: readonly T[];
  keyOf: (item: T) => Key;
  descending?: boolean;
  /** An error takes the place of the item in the list. */
  view: (item: T) => object;
}

const mostPerPage = 100;

/**
 * A page of a list, with the forge's rules: whoever asks for items says how many, at most a hundred. Cursors name the
 * last item by its key, not by its position: what is put before it meanwhile is not seen, and nothing is seen twice
 * because something before it went away.
 */
export function connection<T>(
  { items, keyOf, descending = false, view }: Listing<T>,
  args: PageArgs,
  info: GraphQLResolveInfo,
): object {
  if (!asksForItems(info)) return { totalCount: items.length };
  const size = pageSize(args, info.fieldName);
  const along = (one: Key, other: Key): number => compareKeys(one, other) * (descending ? -1 : 1);
  const sorted = items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((one, other) => along(one.key, other.key));
  const after = args.after == null ? undefined : readCursor(args.after);
  const before = args.before == null ? undefined : readCursor(args.before);
  const rest = sorted.filter(
    ({ key }) =>
      (after === undefined || along(key, after) > 0) && (before === undefined || along(key, before) < 0),
  );
  const page = args.first == null ? rest.slice(-size) : rest.slice(0, size);
  const [start, end] = [page[0], page.at(-1)];
  return {
    totalCount: items.length,
    nodes: () => page.map(({ item }) => view(item)),
    edges: () => page.map(({ item, key }) => ({ cursor: writeCursor(key), node: view(item) })),
    pageInfo: {
      startCursor: start === undefined ? null : writeCursor(start.key),
      endCursor: end === undefined ? null : writeCursor(end.key),
      hasNextPage: args.first == null ? before !== undefined : page.length < rest.length,
      hasPreviousPage: args.first == null ? page.length < rest.length : after !== undefined,
    },
  };
}

function pageSize({ first, last }: PageArgs, field: string): number {
  const size = first ?? last;
  if (size == null) {
    throw refused(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`,
    );
  }
  const name = first == null ? 'last' : 'first';
  if (first != null && last != null) {
    throw refused(
      'INVALID_PAGINATION_BOUNDARIES',
      `Passing both \`first\` and \`last\` to paginate the \`${field}\` connection is not supported.`,
    );
  }
  if (size > mostPerPage) {
    throw refused(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${field}\` connection exceeds the \`${name}\` limit of ${mostPerPage} records.`,
    );
  }
  if (size < 1) {
    throw refused(
      'INVALID_PAGINATION_BOUNDARIES',
      `\`${name}\` on the \`${field}\` connection cannot be less than one.`,
    );
  }
  return size;
}

/** An error of the forge's own, with the type that it writes beside the message. */
export function refused(type: string, message: string, more: Record<string, string> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { type, ...more } });
}

/** Whether a field of the selection is among these; what fragments select counts. */
function asksForItems({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const selects = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return ['nodes', 'edges', 'pageInfo'].includes(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return selects(selection.selectionSet);
      return selects(fragments[selection.name.value]?.selectionSet);
    }) ?? false;
  return fieldNodes.some(({ selectionSet }) => selects(selectionSet));
}

function compareKeys(one: Key, other: Key): number {
  for (const [index, part] of one.entries()) {
    const opposite = other[index];
    if (opposite === undefined || part > opposite) return 1;
    if (part < opposite) return -1;
  }
  return 0;
}

const cursorMark = 'cursor:v2:';

function writeCursor(key: Key): string {
  return Buffer.from(cursorMark + JSON.stringify(key)).toString('base64');
}

function readCursor(cursor: string): Key {
  const text = Buffer.from(cursor, 'base64').toString();
  try {
    const key: unknown = text.startsWith(cursorMark) ? JSON.parse(text.slice(cursorMark.length)) : undefined;
    if (Array.isArray(key) && key.every((part) => typeof part === 'string' || typeof part === 'number')) {
      return key;
    }
  } catch {
    // It is refused below, like every other text that is no cursor.
  }
  throw refused('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`);
}
