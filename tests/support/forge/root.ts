import type { GraphQLResolveInfo } from 'graphql/index.js';
import { connection, refused, type PageArgs } from './connection.ts';
import type { RateLimitState } from './rate-limit.ts';
import type { Discussion, Node, Store } from './store.ts';
import { categoryView, discussionView, remarkView } from './views.ts';

/**
 * What the token may see: everything; the repository without its discussions; or nothing, so that the forge answers
 * as if there were no such repository.
 */
export type Access = 'full' | 'no-discussions' | 'no-repository';

interface DiscussionArgs extends PageArgs {
  categoryId?: string | null;
  answered?: boolean | null;
  states?: ('OPEN' | 'CLOSED')[] | null;
  orderBy?: { field: 'CREATED_AT' | 'UPDATED_AT'; direction: 'ASC' | 'DESC' } | null;
}

/** The object from which every query starts. */
export function queryRoot(store: Store, access: Access, rateLimit: () => RateLimitState | null): object {
  return {
    viewer: { __typename: 'User', id: 'U_copier', login: 'copier', name: null },
    rateLimit,
    repository: ({
      owner,
      name,
      followRenames,
    }: {
      owner: string;
      name: string;
      followRenames: boolean | null;
    }) => {
      const asked = `${owner}/${name}`;
      const names = [`${store.owner}/${store.name}`, ...(followRenames === false ? [] : store.formerly)];
      const isKnown = names.some((known) => known.toLowerCase() === asked.toLowerCase());
      if (access === 'no-repository' || !isKnown) {
        throw refused('NOT_FOUND', `Could not resolve to a Repository with the name '${asked}'.`);
      }
      return repositoryView(store, access);
    },
    node: ({ id }: { id: string }) => nodeView(store, access, id),
    nodes: ({ ids }: { ids: readonly string[] }) => {
      if (ids.length > 100) {
        throw refused(
          'ARGUMENT_LIMIT',
          `You may not provide more than 100 node ids; you provided ${ids.length}.`,
        );
      }
      return ids.map((id) => nodeView(store, access, id));
    },
  };
}

function repositoryView(store: Store, access: Access): object {
  const forbidden = access !== 'full';
  return {
    __typename: 'Repository',
    id: 'R_kgDOForge',
    owner: { __typename: 'Organization', login: store.owner },
    name: store.name,
    nameWithOwner: `${store.owner}/${store.name}`,
    url: store.url,
    isPrivate: true,
    hasDiscussionsEnabled: store.hasDiscussions,
    discussionCategories: (args: PageArgs, _: unknown, info: GraphQLResolveInfo) =>
      connection(
        {
          items: store.hasDiscussions ? store.categories : [],
          keyOf: ({ id }) => [id],
          view: (category) => (forbidden ? noAccess() : categoryView(category)),
        },
        args,
        info,
      ),
    discussions: (args: DiscussionArgs, _: unknown, info: GraphQLResolveInfo) => {
      const byUpdate = args.orderBy?.field !== 'CREATED_AT';
      return connection(
        {
          items: store.hasDiscussions
            ? store.discussions.filter((candidate) => isAsked(candidate, args))
            : [],
          keyOf: (item) => [byUpdate ? item.updatedAt : item.createdAt, item.databaseId],
          descending: args.orderBy?.direction !== 'ASC',
          view: (item) => (forbidden ? noAccess() : discussionView(store, item)),
        },
        args,
        info,
      );
    },
    discussion: ({ number }: { number: number }) => {
      if (forbidden) throw noAccess();
      const found = store.discussions.find((candidate) => candidate.number === number);
      if (found !== undefined && store.hasDiscussions) return discussionView(store, found);
      throw refused('NOT_FOUND', `Could not resolve to a Discussion with the number of ${number}.`);
    },
  };
}

function isAsked(discussion: Discussion, { categoryId, answered, states }: DiscussionArgs): boolean {
  if (categoryId != null && discussion.category.id !== categoryId) return false;
  if (answered != null && (discussion.answer !== null) !== answered) return false;
  return states == null || states.length === 0 || states.includes(discussion.closed ? 'CLOSED' : 'OPEN');
}

/** An error, not thrown, so that the others of a list are still answered. */
function nodeView(store: Store, access: Access, id: string): object {
  const node: Node | undefined = store.nodes.get(id);
  if (node === undefined || access === 'no-repository') {
    return refused('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
  }
  if (access === 'no-discussions') return noAccess();
  switch (node.is) {
    case 'discussion':
      return discussionView(store, node);
    case 'remark':
      return remarkView(store, node);
    case 'category':
      return categoryView(node);
  }
}

function noAccess(): Error {
  return refused('FORBIDDEN', 'Resource not accessible by personal access token');
}
