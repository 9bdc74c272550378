import { nearest } from '../../src/model/nearest.ts';
import { kinds, kindSchema, type Kind } from '../../src/model/post.ts';
import type { Tag } from '../../src/model/tag.ts';
import type { SourceContent } from '../../src/source/read-content.ts';
import { readFlags, UsageError } from '../flags.ts';

/** What is known of a new post before anybody is asked. */
export interface PostAnswers {
  kind?: Kind | undefined;
  title?: string | undefined;
  date?: string | undefined;
  tags?: string[] | undefined;
  authors?: string[] | undefined;
  group?: string | undefined;
  excerpt?: string | undefined;
  link?: string | undefined;
  expires?: string | undefined;
  to?: string[] | undefined;
  owner?: string | undefined;
  reviewBy?: string | undefined;
  lang?: string | undefined;
  slug?: string | undefined;
  draft: boolean;
  /** A file with the text, or `-` for what is piped in. */
  body?: string | undefined;
  folder: boolean;
  dryRun: boolean;
  /** Somebody who has no file in content/authors yet. */
  newAuthor?: { name: string; role: string; reach: string } | undefined;
}

const text = { type: 'string' } as const;
const list = { type: 'string', multiple: true } as const;
const bare = { type: 'boolean', default: false } as const;
const options = {
  ...{ kind: text, title: text, date: text, tags: list, authors: list, group: text, excerpt: text },
  ...{ link: text, expires: text, to: list, owner: text, 'review-by': text, lang: text, slug: text },
  ...{ body: text, draft: bare, folder: bare, 'dry-run': bare, name: text, role: text, reach: text },
};

/** Reads the flags of `npm run new`. Words without a flag are the title. Throws a `UsageError`. */
export function readPostFlags(args: string[]): PostAnswers {
  const { values, positionals } = readFlags(args, options);
  const { name, role, reach = '', 'review-by': reviewBy, 'dry-run': dryRun, ...rest } = values;
  if ((name === undefined) !== (role === undefined))
    throw new UsageError('--name and --role go together: they make a file for somebody who has none.');
  return {
    ...rest,
    kind: rest.kind === undefined ? undefined : kindNamed(rest.kind),
    title: rest.title ?? (positionals.length > 0 ? positionals.join(' ') : undefined),
    tags: listed(rest.tags),
    authors: listed(rest.authors),
    to: listed(rest.to),
    reviewBy,
    dryRun,
    newAuthor: name === undefined || role === undefined ? undefined : { name, role, reach },
  };
}

function kindNamed(name: string): Kind {
  const kind = kindSchema.safeParse(name);
  if (kind.success) return kind.data;
  throw new UsageError(
    `There is no kind "${name}".${meant(name, kinds)} The kinds are: ${kinds.join(', ')}.`,
  );
}

/** `--tags a,b --tags c` and `--tags "a, b, c"` are the same. */
function listed(values: readonly string[] | undefined): string[] | undefined {
  return values
    ?.flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** The answers with everything that they name found in the blog. Throws a `UsageError` for what is not there. */
export function resolved(answers: PostAnswers, source: SourceContent): PostAnswers {
  const authors = source.authors.map(({ slug }) => slug);
  const groups = source.groups.map(({ slug }) => slug);
  const person = (flag: string) => (slug: string) =>
    known(slug, authors, `--${flag}: content/authors has no file for "${slug}".`);
  return {
    ...answers,
    tags: answers.tags?.map((name) => tagNamed(name, source.tags.data.tags)),
    authors: answers.authors?.map(person('authors')),
    to: answers.to?.map(person('to')),
    owner: answers.owner === undefined ? undefined : person('owner')(answers.owner),
    group:
      answers.group === undefined
        ? undefined
        : known(answers.group, groups, `--group: content/groups has no file for "${answers.group}".`),
  };
}

function known(name: string, names: readonly string[], sentence: string): string {
  if (names.includes(name)) return name;
  throw new UsageError(`${sentence}${meant(name, names)}`);
}

/** A topic may be called by any of its names. */
function tagNamed(name: string, tags: readonly Tag[]): string {
  const plain = (one: string) => one.toLowerCase().replaceAll(' ', '-');
  const tag = tags.find(({ slug, label, aliases }) =>
    [slug, label, ...aliases].map(plain).includes(plain(name)),
  );
  if (tag !== undefined) return tag.slug;
  const names = tags.map(({ slug }) => slug);
  throw new UsageError(
    `--tags: content/tags.yml has no topic "${name}".${meant(name, names)} To add it: npm run tag -- add ${name}`,
  );
}

function meant(name: string, names: readonly string[]): string {
  const [suggestion] = nearest(name, names);
  return suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
}
