import type { ForgeApi } from '../adapters/forge.ts';
import { whereaboutsQuery } from './index-queries.ts';

/** Where something is that was stored once. */
export type Whereabouts = 'gone' | { repository: string; category: string };

const mostIds = 100;

/** What has become of discussions and remarks, by id. What the forge does not answer for is not in it. */
export async function whereabouts(api: ForgeApi, ids: readonly string[]): Promise<Map<string, Whereabouts>> {
  const found = new Map<string, Whereabouts>();
  for (let start = 0; start < ids.length; start += mostIds) {
    const asked = ids.slice(start, start + mostIds);
    const { nodes } = await api.ask(whereaboutsQuery, { ids: asked });
    // In an answer with fewer of them nobody knows whose the gaps are.
    if (nodes.length !== asked.length) continue;
    for (const [index, id] of asked.entries()) {
      const node = nodes[index];
      const discussion = node?.__typename === 'DiscussionComment' ? node.discussion : node;
      found.set(id, discussion == null ? 'gone' : placeOf(discussion));
    }
  }
  return found;
}

function placeOf({
  repository,
  category,
}: Record<'repository', { nameWithOwner: string }> & Record<'category', { name: string }>): Whereabouts {
  return { repository: repository.nameWithOwner, category: category.name };
}
