import { z } from 'zod';
import { nextId, timeIn, touch, type Comment, type Ticket } from '../hub.ts';
import { mustWrite, param, ticketOf, type Handler, type RestCall } from './call.ts';
import { notFound, restAnswer } from './refusal.ts';
import { commentView } from './views.ts';

const words = z.object({ body: z.string() });

export const listComments: Handler = (call) => {
  const ticket = ticketOf(call);
  const since = call.query.get('since');
  const found = ticket.comments.filter(({ updatedAt }) => since === null || updatedAt >= since);
  return restAnswer(
    200,
    found.map((comment) => commentView(call.hub, ticket, comment)),
  );
};

export const createComment: Handler = (call) => {
  const { hub, user } = call;
  const ticket = ticketOf(call);
  const now = timeIn(hub);
  const comment: Comment = {
    id: nextId(hub),
    author: user.login,
    body: words.parse(call.body).body,
    createdAt: now,
    updatedAt: now,
  };
  ticket.comments.push(comment);
  touch(hub, ticket);
  return restAnswer(201, commentView(hub, ticket, comment));
};

function commentOf(call: RestCall): { ticket: Ticket; comment: Comment } {
  const id = Number(param(call, 'comment_id'));
  for (const ticket of call.hub.tickets) {
    const comment = ticket.comments.find((candidate) => candidate.id === id);
    if (comment !== undefined) return { ticket, comment };
  }
  throw notFound();
}

export const readComment: Handler = (call) => {
  const { ticket, comment } = commentOf(call);
  return restAnswer(200, commentView(call.hub, ticket, comment));
};

export const updateComment: Handler = (call) => {
  const { ticket, comment } = commentOf(call);
  mustWrite(call, comment.author);
  comment.body = words.parse(call.body).body;
  comment.updatedAt = timeIn(call.hub);
  return restAnswer(200, commentView(call.hub, ticket, comment));
};

export const deleteComment: Handler = (call) => {
  const { ticket, comment } = commentOf(call);
  mustWrite(call, comment.author);
  ticket.comments.splice(ticket.comments.indexOf(comment), 1);
  return { status: 204, headers: {}, body: '' };
};
