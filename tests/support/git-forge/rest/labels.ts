import { z } from 'zod';
import { labelNamed, touch } from '../hub.ts';
import { mustWrite, param, ticketOf, type Handler, type RestCall } from './call.ts';
import { Refusal, restAnswer } from './refusal.ts';
import { labelView } from './views.ts';

const name = z.union([z.string(), z.object({ name: z.string() }).transform((label) => label.name)]);
const names = z.union([
  z.object({ labels: z.array(name).default([]) }).transform(({ labels }) => labels),
  z.array(name),
]);

function labelsAnswer(call: RestCall) {
  return restAnswer(
    200,
    ticketOf(call).labels.map((label) => labelView(call.hub, label)),
  );
}

export const listLabelsOfIssue: Handler = (call) => labelsAnswer(call);

export const addLabels: Handler = (call) =>
  set(call, [...ticketOf(call).labels, ...names.parse(call.body ?? {})]);

export const setLabels: Handler = (call) => set(call, names.parse(call.body ?? {}));

function set(call: RestCall, wanted: readonly string[]) {
  mustWrite(call);
  const ticket = ticketOf(call);
  ticket.labels = [...new Set(wanted.map((label) => labelNamed(call.hub, label).name))];
  touch(call.hub, ticket);
  return labelsAnswer(call);
}

export const removeLabel: Handler = (call) => {
  mustWrite(call);
  const ticket = ticketOf(call);
  const gone = param(call, 'name').toLowerCase();
  if (!ticket.labels.some((label) => label.toLowerCase() === gone))
    throw new Refusal(404, 'Label does not exist');
  ticket.labels = ticket.labels.filter((label) => label.toLowerCase() !== gone);
  touch(call.hub, ticket);
  return labelsAnswer(call);
};

export const listLabels: Handler = ({ hub }) =>
  restAnswer(
    200,
    hub.labels.map((label) => labelView(hub, label.name)),
  );

const newLabel = z.object({
  name: z.string(),
  color: z.string().optional(),
  description: z.string().optional(),
});

export const createLabel: Handler = (call) => {
  mustWrite(call);
  const { hub } = call;
  const { name: wanted, color, description } = newLabel.parse(call.body);
  if (hub.labels.some((label) => label.name.toLowerCase() === wanted.toLowerCase())) {
    throw new Refusal(422, 'Validation Failed', [
      { resource: 'Label', code: 'already_exists', field: 'name' },
    ]);
  }
  const label = labelNamed(hub, wanted);
  if (color !== undefined) label.color = color;
  if (description !== undefined) label.description = description;
  return restAnswer(201, labelView(hub, wanted));
};
