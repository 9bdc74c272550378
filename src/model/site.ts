import { z } from 'zod';
import { isLanguage, languageMessage } from './language.ts';

const text = z.string().trim().min(1);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const originRule = z
  .url({ protocol: /^https?$/u })
  .refine((url) => new URL(url).pathname === '/' && !url.includes('?') && !url.includes('#'), {
    error: 'The blog lives at the root of a host of its own: write the address without a path.',
  })
  .transform((url) => new URL(url).origin);

/** `content/site.yml`: the only configuration that a company edits. */
export const siteSchema = z.strictObject({
  name: text.max(80).describe('The name of the blog. Example: The Kestrel Quay Watercooler'),
  purpose: text.max(200).describe('What it is for, in one sentence. It heads the home page.'),
  url: originRule.describe('Where readers open it. Example: https://watercooler.example.com'),
  language: text
    .refine(isLanguage, { error: languageMessage })
    .default('en-GB')
    .describe('The language of the blog, as a BCP 47 tag.'),
  timeZone: text
    .refine(isTimeZone, { error: 'This is not a time zone such as Europe/London.' })
    .default('UTC')
    .describe('The time zone in which a scheduled post appears. Example: Europe/London'),
  notice: text.optional().describe('One line of Markdown at the foot of every page.'),
  forge: z
    .strictObject({
      kind: z.enum(['github', 'gitlab', 'gitea', 'forgejo']).describe('The software of the forge.'),
      url: z.url({ protocol: /^https?$/u }).describe('Its address. Example: https://github.com'),
      repository: text
        .regex(/^[\w.-]+(?:\/[\w.-]+)+$/u, 'A repository is written owner/name.')
        .describe('The repository that holds content/. Example: kestrel-quay/watercooler'),
      branch: text.default('main').describe('The branch that is published.'),
      maintainers: z
        .array(
          text.regex(
            /^[A-Za-z\d_][\w.-]*(?:\/[\w.-]+)*$/u,
            'Write the name of a person or a team as the forge has it, without @, such as kestrel-quay/editors.',
          ),
        )
        .min(1)
        .optional()
        .describe(
          'Who is asked to review what nobody else answers for: the engine, and posts that are new. People and teams, as the forge names them, without @. Example: [kestrel-quay/editors]',
        ),
      questions: text
        .optional()
        .describe(
          'The category of its discussions for questions that the search cannot answer. Without it, an issue is offered. Example: Q&A',
        ),
    })
    .optional()
    .describe('Where contributors propose changes. Without it, pages have no edit links.'),
  comments: z
    .discriminatedUnion('mode', [
      z.strictObject({ mode: z.literal('off') }),
      z.strictObject({ mode: z.literal('link') }),
      z.strictObject({
        mode: z.literal('giscus'),
        repoId: text.describe('The id of the repository, from the giscus set-up page.'),
        category: text.describe('The discussion category that holds the threads.'),
        categoryId: text.describe('The id of that category.'),
        host: z
          .string()
          .regex(/^https?:\/\/[\w.-]+(?::\d+)?$/u, 'Write the address of a host, such as https://giscus.app.')
          .default('https://giscus.app')
          .describe('Your own giscus, if any.'),
      }),
    ])
    .default({ mode: 'link' })
    .describe('How readers take part: off, link (to the forge) or giscus (in the page, on a click).'),
  threads: z
    .strictObject({
      categories: z
        .array(text)
        .default([])
        .describe(
          'Further categories of discussions that become pages, beside that of the questions and those of the groups. Example: [Ideas]',
        ),
      pseudonyms: z
        .array(
          z.strictObject({
            login: text.describe('The account on the forge.'),
            name: text.describe('What is shown and stored in its place. Example: A former colleague'),
          }),
        )
        .default([])
        .describe('People who asked not to be named in conversations.'),
      pictureHosts: z
        .array(
          z
            .string()
            .regex(/^[a-z\d.-]+(?::\d+)?$/u, 'Write the name of a host, such as pictures.example.com.'),
        )
        .default([])
        .describe(
          'Hosts whose pictures are shown in conversations, by https. All others become links, so that no page asks a stranger for anything. Example: [pictures.example.com]',
        ),
    })
    .prefault({})
    .describe('What is copied from the discussions of the forge, and how.'),
});

export type Site = z.output<typeof siteSchema>;
export type Forge = NonNullable<Site['forge']>;
