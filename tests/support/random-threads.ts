import type { z } from 'zod';
import type { threadSchema } from '../../src/model/thread.ts';
import { aRemark, aReply, seededRandom, threadFile } from './entries.ts';

type ThreadInput = z.input<typeof threadSchema>;

const people = ['ada-b', 'bo-d', 'guest'];
const categories = ['Questions', 'Ideas', 'Circle', 'Table'];
const labels = ['git', 'Tools', 'Other word', 'nothing'];

/** Conversations as a busy year leaves them: with replies, hidden and deleted remarks, answers, and silence. */
export function randomThreads(seed: number) {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[below(items.length)];
  const instant = () =>
    new Date(Date.UTC(2026, below(10), 1 + below(28), below(24), below(60), below(60)))
      .toISOString()
      .replace('.000', '');
  const said = () => {
    const login = pick(people);
    return {
      createdAt: instant(),
      deleted: below(8) === 0,
      hidden: below(8) === 0 ? ('off-topic' as const) : null,
      author: login === undefined || below(9) === 0 ? null : { login, name: null },
    };
  };
  const comments = (name: string) =>
    Array.from({ length: below(4) === 0 ? 0 : below(9) }, (_, index) => {
      const id = `${name}c${index}`;
      const replies = Array.from({ length: below(4) }, (_unused, reply) => aReply(`${id}r${reply}`, said()));
      return aRemark(id, { ...said(), replies });
    });
  let number = 0;
  const thread = (fields: Partial<ThreadInput> = {}) => {
    number += 1;
    const all = comments(`t${number}`);
    const remarks = all.flatMap((comment) => [comment, ...comment.replies]);
    const answer = below(2) === 0 ? pick(remarks) : undefined;
    return threadFile({
      ...{ id: `D_${number}`, number, title: `Talk ${number}`, comments: all, createdAt: instant() },
      ...{ answer: answer?.id ?? null, closed: below(6) === 0, locked: below(9) === 0 },
      ...fields,
    });
  };
  const question = () => {
    const name = pick(categories) ?? '';
    return thread({
      category: { name, answerable: name !== 'Ideas' },
      labels: labels.filter(() => below(3) === 0),
      // The forge takes no question without words, and the search knows no page without any.
      body: 'Who knows?',
      author: said().author,
    });
  };
  return { below, pick, thread, question };
}

/** What a reader can see of a snapshot, counted by itself and not by what is tested. */
export interface Seen {
  comments: number;
  /** When the last of them was written. */
  last: string | undefined;
  /** How many were written by an account. */
  by: (login: string | undefined) => number;
}

export function countSeen(file: Pick<ThreadInput, 'comments'>): Seen {
  const seen = file.comments
    .flatMap((comment) => [comment, ...comment.replies])
    .filter(({ deleted, hidden }) => !deleted && hidden === null);
  return {
    comments: seen.length,
    last: seen
      .map(({ createdAt }) => createdAt)
      .sort()
      .at(-1),
    by: (login) => seen.filter(({ author }) => author?.login === login).length,
  };
}
