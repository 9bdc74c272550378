import { daySchema } from './day.ts';
import { schemaProblems, type FieldProblem } from './field-problem.ts';
import { withoutHiddenCharacters } from './hidden-characters.ts';
import { postFrontmatterSchema } from './post.ts';
import { postData, postFile, type ContentFile, type PostFields } from './post-file.ts';
import { beginning } from './post-template.ts';
import { freeSlug, slugFromTitle } from './slug-from-title.ts';
import { isSlug } from './slug.ts';

/** What is known of a new post. What its kind has an answer for may be left out. */
export interface NewPost extends Omit<PostFields, 'body'> {
  /** Without it, the outline of the kind, to write over. */
  body?: string | undefined;
  /** Without it, or with one that no file may have, it comes from the title. */
  slug?: string | undefined;
  /** Whether a slug belongs to another post already; a number is then put behind it. */
  isTaken?: ((slug: string) => boolean) | undefined;
}

export interface NewPostFile extends ContentFile {
  slug: string;
  /** What is missing or wrong. Without any, the text is a whole valid post as far as the post alone can say. */
  problems: FieldProblem[];
}

/** The file of a new post. Whether its people and topics exist is for the check to say. */
export function newPostFile({ slug: wanted = '', isTaken = () => false, ...post }: NewPost): NewPostFile {
  const day = daySchema.safeParse(post.day);
  const begun = day.success ? beginning(post.kind, day.data) : undefined;
  const fields: PostFields = {
    ...post,
    reviewBy: post.reviewBy ?? begun?.reviewBy,
    expires: post.expires ?? begun?.expires,
    body: post.body ?? begun?.body ?? '',
  };
  const nameless = slugFromTitle(`${post.kind} ${post.day}`);
  const slug = freeSlug(isSlug(wanted) ? wanted : slugFromTitle(post.title, nameless), isTaken);
  const file = postFile(slug, fields);
  return { ...file, slug, problems: [...fieldProblems(fields), ...bodyProblems(fields.body)] };
}

function fieldProblems(fields: PostFields): FieldProblem[] {
  const data = postData(fields).filter(([, value]) => value === true || value.length > 0);
  return schemaProblems(postFrontmatterSchema, Object.fromEntries(data));
}

function bodyProblems(body: string): FieldProblem[] {
  if (withoutHiddenCharacters(body).trim() !== '') return [];
  return [
    {
      path: ['body'],
      rule: 'empty-body',
      message: 'There is nothing to read after the frontmatter.',
      mend: 'Write at least one sentence below it.',
    },
  ];
}
