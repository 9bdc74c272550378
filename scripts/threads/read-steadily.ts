import type { ThreadFile } from '../../src/model/thread.ts';
import { ForgeError } from '../adapters/forge-error.ts';
import type { ForgeApi } from '../adapters/forge.ts';
import { labelsOf } from './is-current.ts';
import type { Target } from './plan.ts';
import {
  commentsQuery,
  repliesQuery,
  threadsQuery,
  type ForgeComment,
  type ForgeThread,
} from './thread-queries.ts';
import type { Reading } from './read-threads.ts';
import { whereabouts } from './whereabouts.ts';

const mostReadings = 3;

/**
 * Reads a discussion to its end, again when it changes meanwhile or when the forge leaves something out. `first` is how
 * it begins, when that is known. In the end a copy may lack what is new, but never what is stored and still there.
 */
export async function readSteadily(
  api: ForgeApi,
  { row, stored }: Target,
  first: ForgeThread | undefined,
): Promise<Reading> {
  let told = first;
  let whole: Whole | undefined;
  for (let reading = 0; reading < mostReadings; reading += 1) {
    if (told === undefined) {
      const { nodes } = await api.ask(threadsQuery, { ids: [row.id], comments: 100 });
      if (nodes.length === 1 && nodes[0] === null) return { kind: 'gone' };
      told = nodes.find((node) => node?.id === row.id) ?? undefined;
    }
    whole = told && (await toTheEnd(api, told));
    told = undefined;
    if (whole === undefined) continue;
    const isSound = whole.complete && agrees(whole.thread, row);
    const lacks =
      (await lacksRemarks(api, whole.thread, stored)) || (!isSound && lacksSigns(whole.thread, stored));
    if (isSound && !lacks) break;
    if (lacks) whole = undefined;
  }
  if (whole === undefined) return { kind: 'doubtful', because: 'The forge left out a part of it each time.' };
  return { kind: 'told', thread: whole.thread };
}

interface Whole {
  thread: ForgeThread;
  /** Whether every list is as long as the forge says, and nothing changed between two questions. */
  complete: boolean;
}

async function toTheEnd(api: ForgeApi, first: ForgeThread): Promise<Whole | undefined> {
  try {
    const comments = await allComments(api, first);
    const nodes: ForgeComment[] = [];
    let complete = comments.complete;
    for (const comment of comments.nodes) {
      const replies = await allReplies(api, comment);
      complete &&= replies.complete;
      nodes.push({ ...comment, replies: { ...comment.replies, nodes: replies.nodes } });
    }
    return {
      thread: { ...first, comments: { ...first.comments, nodes } },
      complete: complete && hasWholePoll(first),
    };
  } catch (error) {
    // A comment that went away while its replies were read.
    if (error instanceof ForgeError && error.kind === 'absent') return undefined;
    throw error;
  }
}

async function allComments(api: ForgeApi, { id, updatedAt, comments }: ForgeThread) {
  const found = new Map(comments.nodes.map((comment) => [comment.id, comment]));
  let { totalCount } = comments;
  let isSteady = true;
  if (comments.pageInfo.hasNextPage)
    for await (const { node } of api.pages(commentsQuery, { id, cursor: comments.pageInfo.endCursor })) {
      for (const comment of node.comments.nodes) found.set(comment.id, comment);
      ({ totalCount } = node.comments);
      isSteady &&= node.updatedAt === updatedAt;
    }
  return { nodes: [...found.values()], complete: isSteady && found.size === totalCount };
}

async function allReplies(api: ForgeApi, { id, replies }: ForgeComment) {
  const found = new Map(replies.nodes.map((reply) => [reply.id, reply]));
  let { totalCount } = replies;
  if (replies.pageInfo.hasNextPage)
    for await (const { node } of api.pages(repliesQuery, { id, cursor: replies.pageInfo.endCursor })) {
      for (const reply of node.replies.nodes) found.set(reply.id, reply);
      ({ totalCount } = node.replies);
    }
  return { nodes: [...found.values()], complete: found.size === totalCount };
}

function hasWholePoll({ poll }: ForgeThread): boolean {
  if (poll === null) return true;
  const votes = (poll.options?.nodes ?? []).reduce((sum, { totalVoteCount }) => sum + totalVoteCount, 0);
  return votes === poll.totalVoteCount;
}

/** The index is another witness, unless something happened since. */
function agrees(told: ForgeThread, row: Target['row']): boolean {
  if (told.updatedAt !== row.updatedAt) return true;
  return (
    told.comments.totalCount === row.comments.totalCount &&
    JSON.stringify(labelsOf(told)) === JSON.stringify(labelsOf(row))
  );
}

/** Whether the answer lacks stored remarks that are still there, or of which nobody can say that they are not. */
async function lacksRemarks(
  api: ForgeApi,
  told: ForgeThread,
  stored: ThreadFile | undefined,
): Promise<boolean> {
  const known = new Set(
    remarkIds(told.comments.nodes.map(({ id, replies }) => ({ id, replies: replies.nodes }))),
  );
  const lacking = remarkIds(stored?.comments ?? []).filter((id) => !known.has(id));
  const found = await whereabouts(api, lacking);
  return lacking.some((id) => found.get(id) !== 'gone');
}

function remarkIds(comments: readonly { id: string; replies: readonly { id: string }[] }[]): string[] {
  return comments.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]);
}

/** Whether labels or the choices of a poll are missing, which nobody can be asked for by themselves. */
function lacksSigns(told: ForgeThread, stored: ThreadFile | undefined): boolean {
  const labels = new Set(labelsOf(told));
  const choices = told.poll?.options?.nodes.length ?? 0;
  return (
    (stored?.labels ?? []).some((label) => !labels.has(label)) ||
    choices < (stored?.poll?.options.length ?? 0)
  );
}
