import { z } from 'zod';
import { authorSchema } from './author.ts';
import { daySchema } from './day.ts';
import { groupFrontmatterSchema } from './group.ts';
import { pageFrontmatterSchema } from './page.ts';
import { pathFrontmatterSchema } from './path.ts';
import { policySchema } from './policy.ts';
import { postFrontmatterSchema } from './post.ts';
import { redirectsSchema } from './redirects.ts';
import { siteSchema } from './site.ts';
import { synonymsSchema } from './synonyms.ts';
import { taxonomySchema } from './tag.ts';

/** What an editor is to know of each kind of file, by the name of its schema. */
const schemas = {
  site: ['The blog: content/site.yml', siteSchema],
  tags: ['The topics: content/tags.yml', taxonomySchema],
  author: ['An author: content/authors/<slug>.yml', authorSchema],
  redirects: ['Old addresses: content/redirects.yml', redirectsSchema],
  synonyms: ['Words that mean the same: content/synonyms.yml', synonymsSchema],
  policy: ['What may not be posted: content/policy.yml', policySchema],
  post: ['The frontmatter of a post', postFrontmatterSchema],
  group: ['The frontmatter of a group', groupFrontmatterSchema],
  path: ['The frontmatter of a learning path', pathFrontmatterSchema],
  page: ['The frontmatter of a page', pageFrontmatterSchema],
} as const;

/**
 * JSON Schemas that help an editor to complete and to explain fields, by name. They know the form of a slug and not which
 * slugs there are: a list of these would be stale with the next author, and the check names the nearest.
 */
export function editorSchemas(): Map<string, object> {
  return new Map(
    Object.entries(schemas).map(([name, [title, schema]]) => [
      name,
      { title, ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7', override }) },
    ]),
  );
}

/** What a check in code asks for is not in the schema by itself. */
function override({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}) {
  // A described copy of a schema shares its definition.
  if (zodSchema._zod.def !== daySchema._zod.def) return;
  jsonSchema.pattern = String.raw`^\d{4}-\d{2}-\d{2}$`;
  jsonSchema.examples = ['2026-03-12'];
}
