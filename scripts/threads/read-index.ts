import { nearest } from '../../src/model/nearest.ts';
import type { Site } from '../../src/model/site.ts';
import { ForgeError } from '../adapters/forge-error.ts';
import type { ForgeApi } from '../adapters/forge.ts';
import { categoriesQuery, indexQuery, type IndexRow } from './index-queries.ts';
import { small, type Wanted } from './wanted.ts';

/** What the forge says there is in the categories that are copied. */
export interface Index {
  rows: IndexRow[];
  /** Whether every list was as long as the forge says. What is missing from one that was not may still be there. */
  complete: boolean;
  /** The repository, by the name that the forge calls it. */
  repository: string;
}

interface Options {
  site: Site;
  repository: string;
  wanted: Wanted;
  /** Is told how many discussions were seen, of how many that are known of. */
  onRows?: (seen: number, known: number) => void;
}

const mostReadings = 3;

/** Reads the lists of all categories that are copied. Throws a `ForgeError` when one of them is not there. */
export async function readIndex(
  api: ForgeApi,
  { site, repository, wanted, onRows }: Options,
): Promise<Index> {
  const [owner = '', name = ''] = repository.split('/');
  const found = await repositoryOf(api, { owner, name });
  const categories = wanted.categories.map((category) => ({
    ...category,
    id: idOf(category, found.categories, site),
  }));
  const rows = new Map<string, IndexRow>();
  let complete = true;
  for (const { id } of categories) {
    const before = rows.size;
    const isWhole = await readCategory(api, { owner, name, categoryId: id }, (page, total) => {
      for (const row of page) rows.set(row.id, row);
      onRows?.(rows.size, before + total);
    });
    complete &&= isWhole;
  }
  return { rows: [...rows.values()], complete, repository: found.nameWithOwner };
}

/**
 * Reads the list of a category, again when it is shorter than it says, and in smaller pages when the forge gives up on a
 * large one. Gives whether it was whole in the end.
 */
async function readCategory(
  api: ForgeApi,
  variables: { owner: string; name: string; categoryId: string },
  onPage: (rows: IndexRow[], total: number) => void,
): Promise<boolean> {
  let first = 100;
  for (let reading = 1; reading <= mostReadings; reading += 1) {
    const seen = new Set<string>();
    let total = 0;
    try {
      for await (const { repository } of api.pages(indexQuery, { ...variables, first })) {
        const { nodes, totalCount } = repository.discussions;
        total = totalCount;
        for (const { id } of nodes) seen.add(id);
        onPage(nodes, total);
      }
    } catch (error) {
      const isTooMuch = error instanceof ForgeError && error.kind === 'busy' && reading < mostReadings;
      if (!isTooMuch) throw error;
      first = Math.ceil(first / 5);
      continue;
    }
    if (seen.size >= total) return true;
  }
  return false;
}

async function repositoryOf(api: ForgeApi, { owner, name }: { owner: string; name: string }) {
  const { repository } = await api.ask(categoriesQuery, { owner, name }).catch((error: unknown) => {
    if (!(error instanceof ForgeError) || error.kind !== 'absent') throw error;
    throw new ForgeError(
      `The forge has no repository ${owner}/${name}, or the token may not see it. Look at forge.repository in site.yml, and at what the token was made for.`,
      'refused',
    );
  });
  if (!repository.hasDiscussionsEnabled)
    throw new ForgeError(
      `Discussions are switched off in ${owner}/${name}. Somebody who may change its settings can switch them on there.`,
      'refused',
    );
  const { totalCount, nodes } = repository.discussionCategories;
  if (nodes.length < totalCount)
    throw new ForgeError('The forge left out some of the categories of discussions.', 'busy');
  return { nameWithOwner: repository.nameWithOwner, categories: nodes };
}

function idOf(
  { name, namedBy }: Wanted['categories'][number],
  categories: readonly { id: string; name: string }[],
  { comments }: Site,
): string {
  const found =
    categories.find((category) => category.name === name) ??
    categories.find((category) => small(category.name) === small(name));
  if (found !== undefined) return found.id;
  const names = categories.map((category) => category.name);
  const isOfPosts = comments.mode === 'giscus' && comments.category === name;
  const renamed = isOfPosts ? categories.find(({ id }) => id === comments.categoryId)?.name : undefined;
  const [near] = nearest(name, names);
  const hint =
    renamed !== undefined
      ? `It is called "${renamed}" now.`
      : near === undefined
        ? `It has ${names.length === 0 ? 'none' : names.join(', ')}.`
        : `Did you mean "${near}"?`;
  throw new ForgeError(
    `The repository has no category of discussions called "${name}", which is named by ${namedBy}. ${hint}`,
    'refused',
  );
}
