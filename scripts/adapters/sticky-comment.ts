import { z } from 'zod';
import type { RestApi } from './rest.ts';
import { sameText } from './steadily.ts';

export type Made = 'opened' | 'updated' | 'unchanged';

/** A pull request or a comment as it is now. */
export interface Written {
  /** Of the pull request or the issue. */
  number: number;
  /** Where people see it. */
  url: string;
  made: Made;
}

export interface StickyComment {
  number: number;
  /** Such as `watercooler-review`: it is put into the comment where nobody sees it. */
  marker: string;
  body: string;
}

const commentAnswer = z.object({
  id: z.int(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullable(),
});

/**
 * Writes the one comment on a pull request or an issue that carries the marker and that the account of the token wrote
 * itself: whoever writes the marker into a comment of their own could go on to edit what looks like ours.
 */
export async function writeSticky(
  api: RestApi,
  where: { owner: string; repo: string },
  { number, marker, body }: StickyComment,
): Promise<Written> {
  const sign = `<!-- ${marker} -->`;
  const text = `${sign}\n${body}`;
  const self = await api.viewer();
  const comments = await api.list(
    'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    { ...where, issue_number: number },
    commentAnswer,
  );
  const known = comments.find((one) => one.user?.login === self && one.body?.startsWith(sign) === true);
  if (known !== undefined && sameText(known.body, text))
    return { number, url: known.html_url, made: 'unchanged' };
  const written =
    known === undefined
      ? await api.ask(
          'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
          { ...where, issue_number: number, body: text },
          commentAnswer,
        )
      : await api.ask(
          'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
          { ...where, comment_id: known.id, body: text },
          commentAnswer,
        );
  return { number, url: written.html_url, made: known === undefined ? 'opened' : 'updated' };
}
