import { parse } from 'yaml';
import { z } from 'zod';

const permissions = z.union([z.string(), z.record(z.string(), z.string())]).optional();

const step = z.looseObject({ uses: z.string().optional(), run: z.string().optional() });

const job = z.looseObject({ permissions, uses: z.string().optional(), steps: z.array(step).default([]) });

const workflowSchema = z.looseObject({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]).optional(),
  permissions,
  jobs: z.record(z.string(), job).default({}),
  runs: z.object({ steps: z.array(step) }).optional(),
});

/**
 * What makes a workflow, or an action of our own, dangerous: each fault with the place it is in. `text` is the file,
 * `commands` are the scripts of package.json, which are all that a step may run.
 */
export function workflowFaults(text: string, commands: readonly string[]): string[] {
  const workflow = workflowSchema.parse(parse(text));
  const events = eventsOf(workflow.on);
  const jobs = Object.entries(workflow.jobs);
  const steps = [
    ...jobs.flatMap(([name, { steps }]) =>
      steps.map((one, index) => ({ place: `${name}, step ${index + 1}`, one })),
    ),
    ...(workflow.runs?.steps ?? []).map((one, index) => ({ place: `step ${index + 1}`, one })),
  ];
  return [
    ...(events.includes('pull_request_target')
      ? ['pull_request_target gives secrets to the code of strangers']
      : []),
    ...(workflow.runs === undefined && workflow.permissions === undefined
      ? ['no permissions of its own']
      : []),
    ...(events.includes('pull_request') ? faultsBeforeReview(text, workflow.permissions, jobs) : []),
    ...steps.flatMap(({ place, one }) => stepFaults(place, one, { text: JSON.stringify(one), commands })),
  ];
}

function eventsOf(on: z.output<typeof workflowSchema>['on']): string[] {
  if (on === undefined) return [];
  if (typeof on === 'string') return [on];
  return Array.isArray(on) ? on : Object.keys(on);
}

/** A pull request runs code that nobody has reviewed: it may know no secret and write nothing. */
function faultsBeforeReview(
  text: string,
  shared: z.output<typeof permissions>,
  jobs: readonly [string, z.output<typeof job>][],
): string[] {
  const granted = [
    ['the workflow', shared] as const,
    ...jobs.map(([name, one]) => [name, one.permissions] as const),
  ];
  return [
    ...(/\bsecrets\b/u.test(text) ? ['a secret in a pull-request job'] : []),
    ...granted.flatMap(([place, given]) =>
      writes(given) ? [`${place}: a write permission in a pull-request job`] : [],
    ),
  ];
}

function writes(given: z.output<typeof permissions>): boolean {
  if (given === undefined) return false;
  if (typeof given === 'string') return given !== 'read-all';
  return Object.values(given).some((level) => level === 'write');
}

const pinned = /^(?:\.\/\S+|[\w.-]+\/[\w./-]+@[\da-f]{40})$/u;

function stepFaults(
  place: string,
  { uses, run }: z.output<typeof step>,
  { text, commands }: { text: string; commands: readonly string[] },
): string[] {
  const name = /^npm (?:run (?:--silent )?)?(\S+)/u.exec(run ?? '')?.[1];
  return [
    ...(uses !== undefined && !pinned.test(uses) ? [`${place}: ${uses} is not pinned by a digest`] : []),
    ...(run?.includes('${{') === true ? [`${place}: an expression inside run`] : []),
    ...(run !== undefined &&
    (name === undefined || !commands.includes(name) || /[;&|`\n<>]|\$\(/u.test(run.trim()))
      ? [`${place}: "${run.trim()}" is not one command of this repository`]
      : []),
    ...(/checkout@/u.test(uses ?? '') && /head_(?:sha|ref|branch)|head\.(?:sha|ref)|refs\/pull/u.test(text)
      ? [`${place}: checks out what a stranger wrote`]
      : []),
  ];
}
