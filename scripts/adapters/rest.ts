import { z } from 'zod';
import { ForgeError, forgeError, type Errand } from './forge-error.ts';
import { patientOctokit, untilAborted, type ForgeOptions } from './patient-octokit.ts';

/** The REST API of a forge. Everything that goes wrong is a `ForgeError` with its sentence. */
export interface RestApi {
  /** `route` is written as in the forge's documentation: `GET /repos/{owner}/{repo}/pulls`. */
  ask: <Answer extends z.ZodType>(
    route: string,
    parameters: Parameters,
    answer: Answer,
  ) => Promise<z.output<Answer>>;
  /** Every item of a list that comes in pages. */
  list: <Item extends z.ZodType>(
    route: string,
    parameters: Parameters,
    item: Item,
  ) => Promise<z.output<Item>[]>;
  /** The name of the account that the token belongs to; of an app it ends with `[bot]`. */
  viewer: () => Promise<string>;
}

type Parameters = Readonly<Record<string, unknown>>;

const perPage = 100;
// Ten thousand comments: whatever has more is no list to look through.
const mostPages = 100;

/** Opens the REST API at `base`, which is what `restUrl` says. */
export function openRest(options: ForgeOptions, errand: Errand): RestApi {
  const { base, signal } = options;
  const octokit = patientOctokit(options, { userAgent: 'watercooler', onCall: () => undefined });
  const answered = async <Answer extends z.ZodType>(
    work: Promise<unknown>,
    answer: Answer,
  ): Promise<z.output<Answer>> => {
    const told = await untilAborted(work, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      throw forgeError(error, base, errand);
    });
    const { success, data, error } = answer.safeParse(told);
    if (success) return data;
    throw new ForgeError(
      `The forge at ${base} gave an answer that is not what was asked for.`,
      'refused',
      error.message,
    );
  };
  const ask: RestApi['ask'] = (route, parameters, answer) => {
    // What was made although no answer came would be made twice.
    const once = route.startsWith('POST ') ? { request: { retries: 0 } } : {};
    const work = octokit
      .request(route, { ...parameters, ...once })
      .then(({ data }: { data: unknown }) => data);
    return answered(work, answer);
  };
  return {
    ask,
    list: async (route, parameters, item) => {
      const items: z.output<typeof item>[] = [];
      for (let page = 1; page <= mostPages; page += 1) {
        const part = await ask(route, { ...parameters, per_page: perPage, page }, z.array(item));
        items.push(...part);
        if (part.length < perPage) break;
      }
      return items;
    },
    viewer: async () => {
      const answer = z.object({ viewer: z.object({ login: z.string() }) });
      return (await answered(octokit.graphql('query { viewer { login } }'), answer)).viewer.login;
    },
  };
}
