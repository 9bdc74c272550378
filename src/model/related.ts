import type { Post } from './post.ts';
import type { PostSlug, TagSlug } from './slug.ts';
import type { Tag } from './tag.ts';

interface Neighbourhood {
  /** The visible posts of each tag, newest first. */
  byTag: ReadonlyMap<TagSlug, readonly Post[]>;
  tags: ReadonlyMap<TagSlug, Tag>;
}

/**
 * Posts a reader of `post` might like: one that is pinned to a shared topic leads, then those that share the rarest
 * topics, the group and the kind; newer ones win ties, then the slug. Never the post itself.
 */
export function relatedPosts(post: Post, { byTag, tags }: Neighbourhood, limit = 3): Post[] {
  const scores = new Map<PostSlug, { candidate: Post; score: number }>();
  for (const tag of post.tags) {
    const tagged = byTag.get(tag) ?? [];
    const rarity = 1 / Math.log2(2 + tagged.length);
    for (const candidate of tagged) {
      if (candidate.slug === post.slug) continue;
      const entry = scores.get(candidate.slug) ?? { candidate, score: affinity(post, candidate) };
      entry.score += rarity;
      scores.set(candidate.slug, entry);
    }
  }
  const ranked = [...scores.values()].sort(
    (a, b) =>
      b.score - a.score ||
      (a.candidate.date < b.candidate.date ? 1 : a.candidate.date > b.candidate.date ? -1 : 0) ||
      (a.candidate.slug < b.candidate.slug ? -1 : 1),
  );
  const pinned = new Set(post.tags.flatMap((tag) => tags.get(tag)?.pinned ?? []));
  const lead = ranked.find(({ candidate }) => pinned.has(candidate.slug));
  const rest = ranked.filter((entry) => entry !== lead);
  return [...(lead === undefined ? [] : [lead]), ...rest].slice(0, limit).map(({ candidate }) => candidate);
}

function affinity(post: Post, candidate: Post): number {
  const sameGroup = post.group !== undefined && post.group === candidate.group;
  return (sameGroup ? 0.2 : 0) + (post.kind === candidate.kind ? 0.05 : 0);
}
