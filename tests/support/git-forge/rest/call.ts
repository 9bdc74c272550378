import type { Answer } from '../../forge/answers.ts';
import { isPull, type Hub, type HubUser, type Pull, type Ticket } from '../hub.ts';
import { mayWrite } from '../writes.ts';
import { notFound, Refusal } from './refusal.ts';

/** One request that is allowed and well formed. */
export interface RestCall {
  hub: Hub;
  user: HubUser;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
  /** The media type that was asked for. */
  accept: string;
}

export type Handler = (call: RestCall) => Promise<Answer> | Answer;

export function param({ params }: RestCall, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`The address has no "${name}".`);
  return value;
}

export function ticketOf(call: RestCall): Ticket {
  const number = Number(param(call, 'issue_number'));
  const found = call.hub.tickets.find((ticket) => ticket.number === number);
  if (found === undefined) throw notFound();
  return found;
}

export function pullOf(call: RestCall): Pull {
  const number = Number(param(call, 'pull_number'));
  const found = call.hub.tickets.find((ticket) => ticket.number === number);
  if (found === undefined || !isPull(found)) throw notFound();
  return found;
}

/** Refuses who may only read, unless it is theirs. */
export function mustWrite({ user }: RestCall, author?: string): void {
  if (!mayWrite(user) && user.login !== author) {
    throw new Refusal(403, 'Resource not accessible by personal access token');
  }
}
