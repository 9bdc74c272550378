import { Ajv } from 'ajv';
import formatsPlugin from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Route } from './routes.ts';

const node = z.record(z.string(), z.unknown());
const parameter = z.object({ name: z.string(), in: z.string(), schema: z.unknown() });
const content = z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })).optional() });
const operation = z.object({
  parameters: z.array(z.unknown()).default([]),
  requestBody: content.optional(),
  responses: node,
});

const published = z
  .object({
    paths: z.record(z.string(), z.record(z.string(), operation)),
    components: z.record(z.string(), node),
  })
  .parse(
    withNull(JSON.parse(readFileSync(new URL('../../../fixtures/github-api.json', import.meta.url), 'utf8'))),
  );

const home = 'https://api.github.com/description';
const strictly = new Ajv({ strict: false, logger: false, allErrors: true });
// What stands in an address is text, whatever it is described as.
const fromText = new Ajv({ strict: false, logger: false, allErrors: true, coerceTypes: true });
for (const ajv of [strictly, fromText]) {
  formatsPlugin(ajv);
  ajv.addSchema({ $id: home, components: published.components });
}
const compiled = new Map<string, (value: unknown) => string | undefined>();

/** OpenAPI 3.0 says "nullable" beside the type; JSON Schema has a type for it. */
function withNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNull);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, child]): [string, unknown] => [key, withNull(child)]);
  const isNullable = entries.some(([key, child]) => key === 'nullable' && child === true);
  const rest = Object.fromEntries(entries.filter(([key, child]) => key !== 'nullable' || child !== true));
  return isNullable ? { anyOf: [{ type: 'null' }, rest] } : rest;
}

function check(name: string, schema: unknown, value: unknown, ajv = strictly): string | undefined {
  const known = compiled.get(name);
  if (known !== undefined) return known(value);
  const validate = ajv.compile(absolute(schema));
  const run = (given: unknown) => (validate(given) ? undefined : ajv.errorsText(validate.errors));
  compiled.set(name, run);
  return run(value);
}

/** The references of a schema, led to the document that holds their targets. */
function absolute(schema: unknown): object {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${home}#/`);
  return node.parse(JSON.parse(text));
}

function operationOf(route: Route): z.output<typeof operation> {
  const [method = '', path = ''] = route.split(' ');
  const found = published.paths[path]?.[method.toLowerCase()];
  if (found === undefined)
    throw new Error(`tests/fixtures/github-api.json has no ${route}; renew it with excerpt.ts.`);
  return found;
}

/** What "#/components/…" names, or the thing itself. */
function resolved(value: unknown): unknown {
  const { success, data } = z.object({ $ref: z.string() }).safeParse(value);
  if (!success) return value;
  const [, , kind = '', name = ''] = data.$ref.split('/');
  return published.components[kind]?.[name];
}

/** What is wrong with a query by the published description; undefined when it fits. A parameter that is not described is wrong. */
export function queryProblem(route: Route, query: URLSearchParams): string | undefined {
  const described = operationOf(route).parameters.map((each) => parameter.parse(resolved(each)));
  const properties = described
    .filter((each) => each.in === 'query')
    .map(({ name, schema }): [string, unknown] => [name, schema]);
  const schema = { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
  return check(`${route} query`, schema, Object.fromEntries(query), fromText);
}

/** What is wrong with the body of a request. */
export function bodyProblem(route: Route, body: unknown): string | undefined {
  const schema = operationOf(route).requestBody?.content?.['application/json']?.schema;
  if (schema !== undefined) return check(`${route} body`, schema, body ?? {});
  return body === undefined ? undefined : 'there is no body in this request';
}

/** What is wrong with an answer in JSON. */
export function answerProblem(route: Route, status: number, body: unknown): string | undefined {
  const described = resolved(operationOf(route).responses[String(status)]);
  if (described === undefined) return status >= 400 ? undefined : `there is no answer with status ${status}`;
  const schema = content.parse(described).content?.['application/json']?.schema;
  if (schema === undefined)
    return body === undefined || status >= 400 ? undefined : 'this answer has no body';
  return check(`${route} ${status}`, schema, body);
}
