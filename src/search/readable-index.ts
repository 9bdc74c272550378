import { readFilter, readTable, unpack, type FilterPages, type IndexTable } from './index-files.ts';

/** An index, and how one of its files is read. */
export interface ReadableIndex {
  table: IndexTable;
  read: (path: string) => Promise<Uint8Array>;
}

/** An index in memory, from its files by their paths; undefined when no page is in it. */
export function indexOfFiles(files: ReadonlyMap<string, Uint8Array>): ReadableIndex | undefined {
  const [, table] = [...files].find(([path]) => path.endsWith('.pf_meta')) ?? [];
  return table && { table: readTable(unpack(table)), read: readerOf(files) };
}

export function readerOf(files: ReadonlyMap<string, Uint8Array>): ReadableIndex['read'] {
  return (path) => {
    const file = files.get(path);
    return file === undefined
      ? Promise.reject(new Error(`The search index has no file ${path}.`))
      : Promise.resolve(file);
  };
}

export async function filtersOf({ table, read }: ReadableIndex): Promise<FilterPages[]> {
  return Promise.all(table.filters.map(async ({ id }) => readFilter(unpack(await read(filterPath(id))))));
}

export function fragmentPath(id: string): string {
  return `fragment/${id}.pf_fragment`;
}

export function filterPath(id: string): string {
  return `filter/${id}.pf_filter`;
}

export function wordsPath(id: string): string {
  return `index/${id}.pf_index`;
}
