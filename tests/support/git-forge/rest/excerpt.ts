import { readFile, writeFile } from 'node:fs/promises';
import { argv, stdout } from 'node:process';
import { z } from 'zod';
import { routes } from './routes.ts';

// Renews tests/fixtures/github-api.json from the description that GitHub publishes, which is 13 MB long. The package that
// carries it takes 385 MB in node_modules, so it is no dependency. Its words are kept and its prose is left out:
//
//   npm install --prefix /tmp/described @octokit/openapi
//   node tests/support/git-forge/rest/excerpt.ts /tmp/described/node_modules/@octokit/openapi/generated/api.github.com.json

const node = z.record(z.string(), z.unknown());
const described = z.object({
  info: z.object({ version: z.string() }),
  paths: z.record(z.string(), node),
  components: z.record(z.string(), node),
});

const prose = new Set(['description', 'summary', 'title', 'operationId']);
const never = new Set(['example', 'examples', 'externalDocs', 'tags']);

function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    // A property of an answer may be called "description" too; then it is an object.
    ([key, child]) =>
      !key.startsWith('x-') && !(prose.has(key) && typeof child === 'string') && !isExample(key, child),
  );
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutProse(child)]));
}

function isExample(key: string, child: unknown): boolean {
  const isSchema = typeof child === 'object' && child !== null && ('type' in child || '$ref' in child);
  return never.has(key) && !isSchema;
}

const from = argv[2];
if (from === undefined) throw new Error('Say where the description is: excerpt.ts <api.github.com.json>');
const whole = described.parse(JSON.parse(await readFile(from, 'utf8')));
const paths: Record<string, Record<string, unknown>> = {};
const components: Record<string, Record<string, unknown>> = {};

function follow(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const target = '$ref' in value && typeof value.$ref === 'string' ? value.$ref : undefined;
  const [, , kind = '', name = ''] = target?.split('/') ?? [];
  if (target !== undefined && components[kind]?.[name] === undefined) {
    const found = withoutProse(whole.components[kind]?.[name]);
    (components[kind] ??= {})[name] = found;
    follow(found);
  }
  Object.values(value).forEach(follow);
}

for (const route of routes) {
  const [method = '', path = ''] = route.split(' ');
  const operation = withoutProse(whole.paths[path]?.[method.toLowerCase()]);
  if (operation === undefined) throw new Error(`The description has no ${route}.`);
  (paths[path] ??= {})[method.toLowerCase()] = operation;
  follow(operation);
}
const to = new URL('../../../fixtures/github-api.json', import.meta.url);
const excerpt = { source: `@octokit/openapi ${whole.info.version} (MIT)`, paths, components };
await writeFile(to, `${JSON.stringify(excerpt)}\n`);
stdout.write(`${routes.length} operations of ${excerpt.source}.\n`);
