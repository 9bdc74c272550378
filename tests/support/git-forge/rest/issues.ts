import { z } from 'zod';
import { isPull, labelNamed, nextId, timeIn, touch, type Hub, type Ticket } from '../hub.ts';
import { closePull, reopenPull } from '../proposals.ts';
import { mayWrite } from '../writes.ts';
import { mustWrite, ticketOf, type Handler } from './call.ts';
import { restAnswer } from './refusal.ts';
import { ticketView } from './views.ts';

export const listIssues: Handler = ({ hub, query }) => {
  const state = query.get('state') ?? 'open';
  const labels = query.get('labels')?.split(',') ?? [];
  const creator = query.get('creator');
  const byUpdate = query.get('sort') === 'updated';
  const found = hub.tickets
    .filter((ticket) => state === 'all' || ticket.state === state)
    .filter((ticket) => labels.every((label) => hasLabel(ticket, label)))
    .filter((ticket) => creator === null || ticket.author === creator)
    .sort((one, other) =>
      byUpdate ? one.updatedAt.localeCompare(other.updatedAt) : one.number - other.number,
    );
  const ordered = query.get('direction') === 'asc' ? found : found.reverse();
  return restAnswer(
    200,
    ordered.map((ticket) => ticketView(hub, ticket)),
  );
};

function hasLabel({ labels }: Ticket, name: string): boolean {
  return labels.some((label) => label.toLowerCase() === name.toLowerCase());
}

const label = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const createBody = z.object({
  title: z.union([z.string(), z.number()]).transform(String),
  body: z.string().nullish(),
  labels: z.array(label).optional(),
});

export const createIssue: Handler = ({ hub, user, body }) => {
  const { title, body: text = null, labels = [] } = createBody.parse(body);
  const now = timeIn(hub);
  const ticket: Ticket = {
    number: hub.tickets.length + 1,
    id: nextId(hub),
    title,
    body: text,
    author: user.login,
    state: 'open',
    // Of somebody who may not set labels they are left out without a word.
    labels: mayWrite(user) ? named(hub, labels) : [],
    comments: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    closedBy: null,
    pull: null,
  };
  hub.tickets.push(ticket);
  return restAnswer(201, ticketView(hub, ticket));
};

function named(hub: Hub, labels: readonly string[]): string[] {
  return [...new Set(labels.map((name) => labelNamed(hub, name).name))];
}

export const readIssue: Handler = (call) => restAnswer(200, ticketView(call.hub, ticketOf(call)));

const updateBody = createBody.partial().extend({ state: z.enum(['open', 'closed']).optional() });

export const updateIssue: Handler = async (call) => {
  const { hub, user } = call;
  const ticket = ticketOf(call);
  mustWrite(call, ticket.author);
  const {
    title = ticket.title,
    body = ticket.body,
    state = ticket.state,
    labels,
  } = updateBody.parse(call.body ?? {});
  Object.assign(ticket, { title, body });
  if (labels !== undefined && mayWrite(user)) ticket.labels = named(hub, labels);
  if (state !== ticket.state && isPull(ticket)) {
    await (state === 'closed' ? closePull(hub, ticket, user) : reopenPull(hub, ticket));
  } else if (state !== ticket.state) {
    const isClosed = state === 'closed';
    Object.assign(ticket, {
      state,
      closedAt: isClosed ? timeIn(hub) : null,
      closedBy: isClosed ? user.login : null,
    });
  }
  touch(hub, ticket);
  return restAnswer(200, ticketView(hub, ticket));
};
