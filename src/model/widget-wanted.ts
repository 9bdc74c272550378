import type { CommentMode } from './comment-mode.ts';
import type { FilePlaced } from './references.ts';
import type { Site } from './site.ts';

interface Asking {
  path: string;
  /** The fields that are right. */
  data: { comments?: CommentMode | undefined };
}

/** Every post and group that asks for the widget on a blog that has none. */
export function widgetProblems(
  entries: readonly Asking[],
  { comments, forge }: Pick<Site, 'comments' | 'forge'>,
): FilePlaced[] {
  const isGithub = forge?.kind === 'github';
  if (comments.mode === 'giscus' && isGithub) return [];
  return entries
    .filter(({ data }) => data.comments === 'giscus')
    .map(({ path: file }) => ({
      file,
      path: ['comments'],
      rule: 'bad-value',
      message: isGithub
        ? 'The comment box cannot be loaded here: site.yml does not say which discussions it is for.'
        : 'The comment box cannot be loaded here: it knows the discussions of GitHub only.',
      mend: isGithub
        ? 'Write "comments: link", or set giscus up under "comments" in content/site.yml.'
        : 'Write "comments: link", or delete the line.',
    }));
}
