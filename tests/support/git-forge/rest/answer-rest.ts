import type { Answer } from '../../forge/answers.ts';
import type { Hub, HubUser } from '../hub.ts';
import { answerProblem, bodyProblem, queryProblem } from './description.ts';
import { handlers } from './handlers.ts';
import { notFound, Refusal, restAnswer } from './refusal.ts';
import { routeOf, type Route } from './routes.ts';

export interface RestRequest {
  method: string;
  /** Below the API, from its slash. */
  path: string;
  query: URLSearchParams;
  /** As it was sent. */
  body: string;
  accept: string;
}

/**
 * Answers as GitHub's REST API. What does not fit the published description is refused with 422 when it was asked for,
 * and with 500 when the fake itself would have answered it.
 */
export async function answerRest(
  hub: Hub,
  user: HubUser | undefined,
  request: RestRequest,
): Promise<{ answer: Answer; route: Route | undefined }> {
  const matched = routeOf(request.method, request.path);
  try {
    if (user === undefined) throw new Refusal(401, 'Bad credentials');
    if (matched === undefined)
      throw new Refusal(404, `The fake forge does not serve ${request.method} ${request.path}.`);
    const { route, params } = matched;
    if (params['owner'] !== undefined && !isServed(hub, user, params)) throw notFound();
    const body = parsed(request.body);
    const problem = queryProblem(route, request.query) ?? bodyProblem(route, body);
    if (problem !== undefined) throw new Refusal(422, `Invalid request.\n\n${problem}`);
    const { query, accept } = request;
    const whole = await handlers[route]({ hub, user, params, query, body, accept });
    return { answer: described(route, page(whole, request, hub)), route };
  } catch (error) {
    if (error instanceof Refusal) return { answer: error.answer, route: matched?.route };
    throw error;
  }
}

function isServed(hub: Hub, user: HubUser, params: Readonly<Record<string, string>>): boolean {
  const asked = `${params['owner'] ?? ''}/${params['repo'] ?? ''}`;
  return user.may !== 'none' && asked.toLowerCase() === `${hub.owner}/${hub.name}`.toLowerCase();
}

function parsed(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
}

/** A part of a list, with the addresses of the others in a header. Trees and the like are no lists. */
function page(answer: Answer, { query, path }: RestRequest, hub: Hub): Answer {
  if (typeof answer.body !== 'string' || !answer.body.startsWith('[')) return answer;
  const items: unknown = JSON.parse(answer.body);
  if (!Array.isArray(items)) return answer;
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  const number = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const to = (target: number, rel: string): string => {
    const more = new URLSearchParams(query);
    more.set('page', String(target));
    return `<${hub.origin}/api/v3${path}?${more.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(number > 1 ? [to(number - 1, 'prev'), to(1, 'first')] : []),
    ...(number < last ? [to(number + 1, 'next'), to(last, 'last')] : []),
  ];
  const shown = items.slice((number - 1) * size, number * size);
  return restAnswer(answer.status, shown, links.length === 0 ? {} : { link: links.join(', ') });
}

function described(route: Route, answer: Answer): Answer {
  if (typeof answer.body !== 'string') return answer;
  const body: unknown = answer.body === '' ? undefined : JSON.parse(answer.body);
  const problem = answerProblem(route, answer.status, body);
  if (problem === undefined) return answer;
  throw new Error(`The answer to ${route} does not fit the published description: ${problem}`);
}
