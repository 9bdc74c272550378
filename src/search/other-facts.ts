import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ComparedPages } from './changed-pages.ts';
import { digestName } from './digests.ts';
import { factChanges } from './fact-changes.ts';
import { fragmentId, freeId } from './fragments.ts';
import { pack, printTable } from './index-files.ts';
import { writeIndexFiles } from './index-output.ts';
import { keepMain, newMainFolder, readMain, type MainIndex } from './main-index.ts';
import type { PageToIndex } from './pages-to-index.ts';
import { chunksWithPlaces } from './placed-words.ts';
import { putTogether } from './put-together.ts';
import { filterPath, fragmentPath } from './readable-index.ts';

/** A page that says the same as before and states other facts, with its number in the main index. */
export interface RestatedPage {
  number: number;
  page: PageToIndex;
}

/** Those of the changed pages that the main index has with the same text. */
export function restatedPages(
  { state }: Pick<MainIndex, 'state'>,
  changed: ReadonlyMap<string, PageToIndex>,
): RestatedPage[] {
  return state.pages.flatMap(({ path, text }, number) => {
    const page = changed.get(path);
    return page?.text === text ? [{ number, page }] : [];
  });
}

/**
 * Puts other facts of pages into a main index, and keeps that in its place. Thousands of pages state the same few, so that
 * another name of a topic takes far less than to index its pages again: Pagefind is asked for the words of each fact once, and
 * only the files that these words stand in are written anew, and those that the pages are shown from. Undefined for a fact that
 * the index does not know.
 */
export async function withOtherFacts(
  cacheDir: string,
  main: MainIndex,
  restated: readonly RestatedPage[],
  { pages, others }: Pick<ComparedPages, 'pages' | 'others'>,
): Promise<MainIndex | undefined> {
  const { table, state } = main;
  const named = (bytes: Uint8Array) => `${state.language}_${digestName(bytes)}`;
  const changes = await factChanges(main, restated);
  if (changes === undefined) return undefined;
  const files = new Map<string, Uint8Array>();

  const tablePages = [...table.pages];
  const isRestated = new Set(restated.map(({ number }) => number));
  const ids = new Set(table.pages.flatMap(({ id }, number) => (isRestated.has(number) ? [] : [id])));
  for (const { number, fragment, facts } of changes) {
    const shown = Object.fromEntries(facts.map(({ name, now }) => [name, now.shown]));
    const bytes = Buffer.from(JSON.stringify({ ...fragment, meta: { ...fragment.meta, ...shown } }));
    const id = freeId(fragmentId(state.language, bytes), ids);
    ids.add(id);
    tablePages[number] = { id, words: table.pages[number]?.words ?? 0 };
    files.set(fragmentPath(id), pack(bytes));
  }
  const write = (path: string, bytes: Uint8Array) => files.set(path, bytes);
  const chunks = await chunksWithPlaces(main, changes, write);
  for (const { id } of table.filters)
    write(filterPath(id), await readFile(join(main.folder, filterPath(id))));
  const after = { ...table, pages: tablePages, chunks };
  const bytes = printTable(after);
  write(`pagefind.${named(bytes)}.pf_meta`, pack(bytes));

  const { folder, index } = newMainFolder(cacheDir);
  writeIndexFiles(await putTogether(main, { table: after, name: named(bytes), files }), index);
  const now = new Map([...pages, ...others].map((page) => [page.path, page]));
  const seen = state.pages.map((page, number) => {
    const own = now.get(page.path);
    return own !== undefined && (own.digest === page.digest || isRestated.has(number)) ? own : page;
  });
  await keepMain(cacheDir, folder, { ...state, pages: seen }, main);
  return readMain(cacheDir, state.made);
}
