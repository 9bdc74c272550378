import { z } from 'zod';
import type { Forge } from './start-forge.ts';

const errorSchema = z.object({
  message: z.string(),
  type: z.string().optional(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
});
const answerSchema = z.object({ data: z.unknown().optional(), errors: z.array(errorSchema).optional() });

interface Asked {
  status: number;
  headers: Headers;
  body: string;
  data: unknown;
  errors: z.output<typeof errorSchema>[];
}

/** Sends one query as the simplest of clients would: without a content type. */
export async function ask(
  forge: Pick<Forge, 'url'>,
  query: string,
  { variables = {}, token = 'forge-token' }: { variables?: object; token?: string | null } = {},
): Promise<Asked> {
  const response = await fetch(`${forge.url}/graphql`, {
    method: 'POST',
    headers: token === null ? {} : { authorization: `bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const body = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const { data = null, errors = [] } = isJson ? answerSchema.parse(JSON.parse(body)) : {};
  return { status: response.status, headers: response.headers, body, data, errors };
}
