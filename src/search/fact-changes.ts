import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fragment } from './fragments.ts';
import { unpack } from './index-files.ts';
import type { MainIndex } from './main-index.ts';
import type { RestatedPage } from './other-facts.ts';
import { decoded, encoded } from './page-text.ts';
import { fragmentPath } from './readable-index.ts';
import { statedFacts, type Fact, type StatedFact } from './stated-facts.ts';

/** What a page states otherwise than in the main index. */
export interface RestatedFacts {
  /** Of the page. */
  number: number;
  /** What results are shown from, as it is in the main index. */
  fragment: Fragment;
  /** By their names, with their numbers in the table of the index. */
  facts: { name: string; field: number; before: StatedFact; now: StatedFact }[];
}

/** Compares the facts of pages with those that the main index has of them. Undefined for a fact that it does not know. */
export async function factChanges(
  { table, state, folder }: MainIndex,
  restated: readonly RestatedPage[],
): Promise<RestatedFacts[] | undefined> {
  const read = async (number: number) => {
    const file = await readFile(join(folder, fragmentPath(table.pages[number]?.id ?? '')));
    return JSON.parse(unpack(file).toString()) as Fragment;
  };
  const asked = new Map<string, Fact>();
  const ask = (name: string, words: string) => {
    const key = `${name} ${words}`;
    asked.set(key, { name, words });
    return key;
  };
  const pages: {
    number: number;
    fragment: Fragment;
    facts: { name: string; before: string; now: string }[];
  }[] = [];
  for (const { number, page } of restated) {
    const fragment = await read(number);
    const others = Object.entries(page.facts).filter(
      ([name, words]) => fragment.meta[name] !== decoded(words),
    );
    const facts = others.map(([name, words]) => {
      return { name, before: ask(name, encoded(fragment.meta[name] ?? '')), now: ask(name, words) };
    });
    pages.push({ number, fragment, facts });
  }

  const answers = await statedFacts(state.language, [...asked.values()]);
  const stated = new Map([...asked.keys()].map((key, place) => [key, answers[place]]));
  const changes: RestatedFacts[] = [];
  for (const { number, fragment, facts } of pages) {
    const own: RestatedFacts['facts'] = [];
    for (const { name, ...keys } of facts) {
      const [field, before, now] = [
        table.fields.indexOf(name),
        stated.get(keys.before),
        stated.get(keys.now),
      ];
      if (field === -1 || before === undefined || now === undefined) return undefined;
      own.push({ name, field, before, now });
    }
    changes.push({ number, fragment, facts: own });
  }
  return changes;
}
