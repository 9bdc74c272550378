import { z } from 'zod';

/** A question to the forge, and what its answer has to look like. */
export interface Query<Answer extends z.ZodType> {
  text: string;
  answer: Answer;
}

export const total = z.object({ totalCount: z.number() });

/** Connections say whether there is more. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    totalCount: z.number(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(item),
  });
}

/** What `listOf` asks of a connection, besides its nodes. */
export const page = 'totalCount pageInfo { hasNextPage endCursor }';
