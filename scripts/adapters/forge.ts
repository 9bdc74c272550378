import type { z } from 'zod';
import type { Query } from '../threads/query.ts';
import { dataWithAbsences, ForgeError, forgeError, type Errand } from './forge-error.ts';
import { patientOctokit, untilAborted, type ForgeOptions } from './patient-octokit.ts';

/** The forge, as far as it answers questions. Everything that goes wrong is a `ForgeError` with its sentence. */
export interface ForgeApi {
  ask: <Answer extends z.ZodType>(query: Query<Answer>, variables: Variables) => Promise<z.output<Answer>>;
  /** The pages of the only list in the answer; `$cursor` is where they begin. */
  pages: <Answer extends z.ZodType>(
    query: Query<Answer>,
    variables: Variables,
  ) => AsyncIterable<z.output<Answer>>;
  /** How many requests were sent. */
  calls: () => number;
}

type Variables = Record<string, string | number | boolean | readonly string[] | null>;

/** Speaks to the forge at the pace that it asks for, and tries again what may go better the next time. `errand` is what a refusal speaks of. */
export function openForge(options: ForgeOptions, errand?: Errand): ForgeApi {
  const { base, signal } = options;
  let calls = 0;
  // With "/api/v3" in its base the throttling would not notice the limits of an Enterprise Server.
  const octokit = patientOctokit(options, {
    userAgent: 'watercooler-threads',
    onCall: () => (calls += 1),
  });
  const read = <Answer extends z.ZodType>({ answer }: Query<Answer>, told: unknown): z.output<Answer> => {
    const { success, data, error } = answer.safeParse(told);
    if (success) return data;
    throw new ForgeError(
      `The forge at ${base} gave an answer that is not what was asked for.`,
      'busy',
      error.message,
    );
  };
  const failed = (error: unknown) => {
    signal.throwIfAborted();
    return error instanceof ForgeError ? error : forgeError(error, base, errand);
  };
  return {
    ask: async (query, variables) => {
      try {
        return read(query, await untilAborted(octokit.graphql(query.text, variables), signal));
      } catch (error) {
        const rest = dataWithAbsences(error);
        if (rest === undefined) throw failed(error);
        return read(query, rest);
      }
    },
    pages: async function* (query, variables) {
      const pages = octokit.graphql.paginate.iterator<unknown>(query.text, variables)[Symbol.asyncIterator]();
      for (;;) {
        try {
          const { done, value } = await untilAborted(pages.next(), signal);
          if (done) return;
          yield read(query, value);
        } catch (error) {
          throw failed(error);
        }
      }
    },
    calls: () => calls,
  };
}
