import type { Post } from './post.ts';
import type { PostSlug, TagSlug } from './slug.ts';
import type { Tag } from './tag.ts';

interface Neighbourhood {
  /** Newest first; those of one day by slug. */
  posts: readonly Post[];
  /** The visible posts of each tag. */
  byTag: ReadonlyMap<TagSlug, readonly Post[]>;
  tags: ReadonlyMap<TagSlug, Tag>;
}

/** What posts are compared with: a post, or a question, which has no slug of its own among them. */
type Subject = Pick<Post, 'tags' | 'kind' | 'group'> & { slug?: PostSlug };

/**
 * Posts a reader of `post` might like: one that is pinned to a shared topic leads, then those that share the rarest
 * topics, the group and the kind; newer ones win ties, then the slug. Never the post itself.
 */
export type Related = (subject: Subject, limit?: number) => Post[];

/**
 * Prepares to be asked about every post. A common topic has thousands of posts, so candidates are places in `posts`,
 * their scores numbers in one array, and nothing is made or sorted for each of them.
 */
export function createRelated({ posts, byTag, tags }: Neighbourhood): Related {
  const placeOf = new Map<PostSlug, number>(posts.map(({ slug }, place) => [slug, place]));
  const placesByTag = new Map(
    [...byTag].map(([tag, tagged]) => [tag, tagged.flatMap(({ slug }) => placeOf.get(slug) ?? [])]),
  );
  const scores = new Float64Array(posts.length);

  return (post, limit = 3) => {
    const own = post.slug === undefined ? undefined : placeOf.get(post.slug);
    const candidates: number[] = [];
    for (const tag of post.tags) {
      const places = placesByTag.get(tag) ?? [];
      const rarity = 1 / Math.log2(2 + places.length);
      for (const place of places) {
        const candidate = posts[place];
        if (candidate === undefined || place === own) continue;
        const score = scores[place] ?? 0;
        if (score === 0) candidates.push(place);
        scores[place] = (score === 0 ? affinity(post, candidate) : score) + rarity;
      }
    }
    // The order of the places decides ties.
    const compare = (a: number, b: number) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
    const pins = new Set(post.tags.flatMap((tag) => tags.get(tag)?.pinned ?? []));
    const pinned = [...pins]
      .flatMap((slug) => placeOf.get(slug) ?? [])
      .filter((place) => scores[place] !== 0);
    const lead = first(pinned, 1, compare);
    const rest = first(candidates, limit, compare).filter((place) => !lead.includes(place));
    for (const place of candidates) scores[place] = 0;
    return [...lead, ...rest].slice(0, limit).flatMap((place) => posts[place] ?? []);
  };
}

/** The first `limit` of the items in an order, without sorting the others. */
function first(items: readonly number[], limit: number, compare: (a: number, b: number) => number): number[] {
  let found: number[] = [];
  for (const item of items) {
    const last = found[limit - 1];
    if (last === undefined || compare(item, last) < 0) found = [...found, item].sort(compare).slice(0, limit);
  }
  return found;
}

function affinity(post: Subject, candidate: Post): number {
  const sameGroup = post.group !== undefined && post.group === candidate.group;
  return (sameGroup ? 0.2 : 0) + (post.kind === candidate.kind ? 0.05 : 0);
}
