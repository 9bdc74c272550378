import type { GraphQLResolveInfo } from 'graphql/index.js';
import { connection, type PageArgs } from '../../forge/connection.ts';
import { isPull, type Hub, type Pull } from '../hub.ts';
import { commitsOf } from '../proposals.ts';
import { repositoryUrl } from '../rest/addresses.ts';
import { pullNode } from './pulls.ts';
import { userNode } from './people.ts';

/** An object of git as GraphQL shows it; null when there is none. */
export async function objectNode(hub: Hub, name: string): Promise<object | null> {
  const found = await hub.objects.read(name);
  if (found === undefined) return null;
  if (found.type === 'commit') return commitNode(hub, found.oid);
  if (found.type !== 'blob') return { __typename: 'Tree', id: `T_${found.oid}`, oid: found.oid };
  const isBinary = found.bytes.subarray(0, 8000).includes(0);
  // GraphQL gives the first half megabyte of a text.
  const isTruncated = found.bytes.length > 512_000;
  return {
    __typename: 'Blob',
    id: `B_${found.oid}`,
    oid: found.oid,
    byteSize: found.bytes.length,
    isBinary,
    isTruncated,
    text: isBinary ? null : found.bytes.subarray(0, 512_000).toString(),
  };
}

interface HistoryArgs extends PageArgs {
  path?: string | null;
}

export async function commitNode(hub: Hub, oid: string): Promise<object> {
  const [headline = '', an = '', ae = '', ai, ci, ...body] = (
    await hub.ask(['show', '-s', '--format=%s%n%an%n%ae%n%aI%n%cI%n%b', oid])
  ).split('\n');
  const login = hub.users.find(({ name }) => name === an)?.login;
  const coAuthors = body.flatMap((line) => /^Co-authored-by: (.*) <(.*)>$/iu.exec(line)?.slice(1, 2) ?? []);
  return {
    __typename: 'Commit',
    id: `C_${oid}`,
    oid,
    url: `${repositoryUrl(hub)}/commit/${oid}`,
    messageHeadline: headline,
    messageBody: body.join('\n').trimEnd(),
    message: [headline, body.join('\n').trimEnd()].filter(Boolean).join('\n\n'),
    committedDate: ci,
    authoredDate: ai,
    author: {
      name: an,
      email: ae,
      date: ai,
      avatarUrl: `${hub.origin}/avatars/${login ?? 'nobody'}.png`,
      user: login === undefined ? null : userNode(hub, login),
    },
    // Whose address the forge does not know has no account.
    authors: (args: PageArgs, _: unknown, info: GraphQLResolveInfo) =>
      connection(
        {
          items: [an, ...coAuthors].map((name, index) => ({ name, index })),
          keyOf: ({ index }) => [index],
          view: ({ name }) => {
            const user = hub.users.find((each) => each.name === name)?.login;
            return { __typename: 'GitActor', name, user: user === undefined ? null : userNode(hub, user) };
          },
        },
        args,
        info,
      ),
    history: async ({ path, ...args }: HistoryArgs, _: unknown, info: GraphQLResolveInfo) => {
      const listed = await hub.ask(['rev-list', oid, ...(path == null ? [] : ['--', path])]);
      const items = listed
        .split('\n')
        .filter(Boolean)
        .map((id, index) => ({ id, index }));
      return connection(
        { items, keyOf: ({ index }) => [index], view: ({ id }) => commitNode(hub, id) },
        args,
        info,
      );
    },
    // Nothing builds or deploys there.
    status: null,
    deployments: nothing,
    checkSuites: nothing,
    associatedPullRequests: async (args: PageArgs, _: unknown, info: GraphQLResolveInfo) => {
      const items: Pull[] = [];
      for (const pull of hub.tickets.filter(isPull)) {
        const own = [pull.pull.merged?.commit, ...(await commitsOf(hub, pull))];
        if (own.includes(oid)) items.push(pull);
      }
      return connection(
        { items, keyOf: ({ number }) => [number], view: (pull) => pullNode(hub, pull) },
        args,
        info,
      );
    },
    file: async ({ path }: { path: string }) => {
      const found = await hub.objects.read(`${oid}:${path}`);
      return found === undefined
        ? null
        : { __typename: 'TreeEntry', oid: found.oid, path, name: path.split('/').at(-1) };
    },
  };
}

function nothing(args: PageArgs, _: unknown, info: GraphQLResolveInfo): object {
  return connection({ items: [], keyOf: () => [], view: () => ({}) }, args, info);
}

export function refNode(hub: Hub, branch: string, oid: string): object {
  return {
    __typename: 'Ref',
    id: `REF_${branch}`,
    name: branch,
    prefix: 'refs/heads/',
    target: () => commitNode(hub, oid),
  };
}
