import type { Post } from './post.ts';
import { grouped } from './question-index.ts';
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

// What a shared group and a shared kind count, beside the topics.
const [groupWeight, kindWeight] = [0.2, 0.05];

/**
 * Prepares to be asked about every post. A common topic has thousands of posts, so topics are looked through from the rarest
 * on, and no further when what is left cannot come before what was found.
 */
export function createRelated({ posts, byTag, tags }: Neighbourhood): Related {
  const placeOf = new Map<PostSlug, number>(posts.map(({ slug }, place) => [slug, place]));
  const placesOf = (some: readonly Post[]) => some.flatMap(({ slug }) => placeOf.get(slug) ?? []);
  const topics = new Map(
    [...byTag].map(([tag, tagged]) => {
      const places = placesOf(tagged);
      return [tag, { places, rarity: 1 / Math.log2(2 + places.length) }];
    }),
  );
  const byGroup = new Map(
    [...grouped(posts, ({ group }) => (group === undefined ? [] : [group]))].map(([group, members]) => [
      group,
      placesOf(members),
    ]),
  );

  // In which round of questions a place was last looked at.
  const lookedAt = new Uint32Array(posts.length);
  let round = 0;

  return (subject, limit = 3) => {
    const own = subject.slug === undefined ? undefined : placeOf.get(subject.slug);
    const shared = subject.tags.flatMap((tag) => {
      const topic = topics.get(tag);
      return topic === undefined ? [] : [{ tag, ...topic }];
    });
    const score = (place: number): number => {
      const post = posts[place];
      if (post === undefined || place === own) return 0;
      const isSameGroup = subject.group !== undefined && post.group === subject.group;
      const affinity = (isSameGroup ? groupWeight : 0) + (post.kind === subject.kind ? kindWeight : 0);
      let sum = affinity;
      for (const { tag, rarity } of shared) if (post.tags.includes(tag)) sum += rarity;
      return sum === affinity ? 0 : sum;
    };
    round += 1;
    const best = createBest(limit, (place) => {
      if (lookedAt[place] === round) return 0;
      lookedAt[place] = round;
      return score(place);
    });
    // Those of the same group first: no other can have more than the topics and the kind.
    if (subject.group !== undefined) best.look(byGroup.get(subject.group) ?? []);
    const rarestFirst = [...shared].sort((a, b) => a.places.length - b.places.length);
    let most = kindWeight + shared.reduce((sum, { rarity }) => sum + rarity, 0);
    for (const { places, rarity } of rarestFirst) {
      if (best.least() > most + rounding) break;
      best.look(places);
      most -= rarity;
    }
    const pins = new Set(subject.tags.flatMap((tag) => tags.get(tag)?.pinned ?? []));
    const pinned = createBest(1, score);
    pinned.look([...pins].flatMap((slug) => placeOf.get(slug) ?? []));
    const lead = pinned.places();
    const rest = best.places().filter((place) => !lead.includes(place));
    return [...lead, ...rest].slice(0, limit).flatMap((place) => posts[place] ?? []);
  };
}

// Sums of the same numbers in another order may differ by this.
const rounding = 1e-9;

/** Keeps the first `limit` of some places, by score and then by place; what has no score is left out. */
function createBest(limit: number, score: (place: number) => number) {
  const found: { place: number; score: number }[] = [];
  return {
    look: (places: readonly number[]): void => {
      for (const place of places) {
        const own = score(place);
        if (own === 0) continue;
        const isBefore = (other: (typeof found)[number]) =>
          own > other.score || (own === other.score && place < other.place);
        const last = found[limit - 1];
        if (last !== undefined && !isBefore(last)) continue;
        const at = found.findIndex(isBefore);
        found.splice(at === -1 ? found.length : at, 0, { place, score: own });
        if (found.length > limit) found.pop();
      }
    },
    /** The score of the last of them, while there may be no more. */
    least: () => found[limit - 1]?.score ?? 0,
    places: () => found.map(({ place }) => place),
  };
}
