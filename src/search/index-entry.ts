import type { IndexTable } from './index-files.ts';

/** The file with which a reader's browser begins. */
export const entryFile = 'pagefind-entry.json';

/** The entry that Pagefind wrote of an index, with another table. It has more in it, which stays. */
export function entryWith(
  text: string,
  language: string,
  { name, table }: { name: string; table: Pick<IndexTable, 'pages'> },
): string {
  const entry = JSON.parse(text) as { languages: Record<string, object> };
  entry.languages[language] = {
    ...entry.languages[language],
    hash: name,
    page_count: table.pages.length,
  };
  return JSON.stringify(entry);
}
