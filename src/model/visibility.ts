import type { Day } from './day.ts';
import { hasCategory, type Group } from './group.ts';
import type { Post } from './post.ts';
import type { GroupSlug } from './slug.ts';
import type { Thread } from './thread.ts';

/** Who a build is made for. */
export type Audience = { kind: 'public' } | { kind: 'members'; group: GroupSlug };

/** What a build looks at: for whom, on which day, and whether unpublished posts are shown, marked. */
export interface View {
  audience: Audience;
  day: Day;
  preview: boolean;
}

/** Where a post stands on a day, whoever asks. */
export type Standing = 'published' | 'draft' | 'scheduled' | 'expired';

export function standing(
  post: Pick<Post, 'draft' | 'date' | 'expires'>,
  { day }: Pick<View, 'day'>,
): Standing {
  if (post.draft) return 'draft';
  if (post.date > day) return 'scheduled';
  if (post.expires !== undefined && post.expires < day) return 'expired';
  return 'published';
}

/** The same rule for a discussion that stands by itself: the category of a closed group is there for its members only. */
export function isQuestionVisible(
  { category }: Pick<Thread, 'category'>,
  { audience }: Pick<View, 'audience'>,
  groups: readonly Pick<Group, 'slug' | 'access' | 'discussion'>[],
): boolean {
  const owners = groups.filter((group) => group.access === 'closed' && hasCategory(group, category));
  return owners.every(({ slug }) => audience.kind === 'members' && audience.group === slug);
}

/**
 * The one visibility rule: is this post there, for this audience, on this day? A post of a closed group is there
 * for its members only, in previews too. Pages, lists, counts, feeds, search and pictures start from the answer.
 */
export function isVisible(
  post: Pick<Post, 'draft' | 'date' | 'expires' | 'group'>,
  view: View,
  groups: ReadonlyMap<GroupSlug, Pick<Group, 'access'>>,
): boolean {
  const closed = post.group !== undefined && groups.get(post.group)?.access === 'closed';
  const admitted = !closed || (view.audience.kind === 'members' && view.audience.group === post.group);
  return admitted && (view.preview || standing(post, view) === 'published');
}
