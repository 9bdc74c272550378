import type { Post } from './post.ts';
import type { PostSlug, TagSlug } from './slug.ts';
import type { Tag } from './tag.ts';

/** All that can be related. */
export interface Neighbourhood {
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

// A post has fewer. The labels of a question may name more, of which the first are enough.
const mostTopics = 10;

// What a shared group and a shared kind count, beside the topics.
const [groupWeight, kindWeight] = [0.2, 0.05];

/** Everything that decides which posts are related, as a text. */
export function relatedFacts({ posts, tags }: Neighbourhood): string {
  const pinned = [...tags].flatMap(([tag, { pinned }]) => (pinned.length === 0 ? [] : [[tag, ...pinned]]));
  return JSON.stringify([posts.map((post) => [post.slug, post.tags, post.kind, post.group]), pinned]);
}

/**
 * Prepares to be asked about every post. A common topic has thousands of posts, so topics are looked through from the rarest
 * on, and no further when what is left cannot come before what was found.
 */
export function createRelated({ posts, byTag, tags }: Neighbourhood): Related {
  const placeOf = new Map<PostSlug, number>(posts.map(({ slug }, place) => [slug, place]));
  const topics = new Map(
    [...byTag].map(([tag, tagged]) => {
      const places = Int32Array.from(tagged.flatMap(({ slug }) => placeOf.get(slug) ?? []));
      return [tag, { places, rarity: 1 / Math.log2(2 + places.length) }];
    }),
  );
  const [kindNumber, groupNumber] = [createNumbers(), createNumbers()];
  const kindAt = Int32Array.from(posts, ({ kind }) => kindNumber(kind));
  const groupAt = Int32Array.from(posts, ({ group }) => (group === undefined ? -1 : groupNumber(group)));
  // In which round of questions a place was last met and looked at, and which topics of the subject it had then, as bits.
  const [metIn, lookedAt] = [new Uint32Array(posts.length), new Uint32Array(posts.length)];
  const common = new Uint16Array(posts.length);
  let round = 0;

  return (subject, limit = 3) => {
    round += 1;
    const own = subject.slug === undefined ? undefined : placeOf.get(subject.slug);
    const shared = subject.tags.flatMap((tag) => topics.get(tag) ?? []).slice(0, mostTopics);
    for (const [index, { places }] of shared.entries()) {
      // An iterator would take longer than what is done with each.
      for (let at = 0; at < places.length; at += 1) {
        const place = places[at] ?? 0;
        common[place] = (metIn[place] === round ? (common[place] ?? 0) : 0) | (1 << index);
        metIn[place] = round;
      }
    }
    const sums = sumsOf(shared.map(({ rarity }) => rarity));
    const kind = kindNumber(subject.kind);
    const group = subject.group === undefined ? undefined : groupNumber(subject.group);
    const score = (place: number): number => {
      if (place === own || metIn[place] !== round) return 0;
      const affinity =
        (groupAt[place] === group ? groupWeight : 0) + (kindAt[place] === kind ? kindWeight : 0);
      return (sums[common[place] ?? 0] ?? 0) + affinity;
    };
    const best = createBest(limit, (place) => {
      if (lookedAt[place] === round) return 0;
      lookedAt[place] = round;
      return score(place);
    });
    let most = kindWeight + (group === undefined ? 0 : groupWeight) + (sums.at(-1) ?? 0);
    for (const { places, rarity } of [...shared].sort((a, b) => a.places.length - b.places.length)) {
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

/** Gives each of some values a number. */
function createNumbers(): (value: unknown) => number {
  const known = new Map<unknown, number>();
  return (value) => {
    const number = known.get(value) ?? known.size;
    known.set(value, number);
    return number;
  };
}

/** The sum of every choice of some numbers, always added in their order, by the bits of those that are chosen. */
function sumsOf(numbers: readonly number[]): number[] {
  return Array.from({ length: 1 << numbers.length }, (_, chosen) =>
    numbers.reduce((sum, number, index) => ((chosen & (1 << index)) === 0 ? sum : sum + number), 0),
  );
}

// Sums of the same numbers in another order may differ by this.
const rounding = 1e-9;

/** Keeps the first `limit` of some places, by score and then by place; what has no score is left out. */
function createBest(limit: number, score: (place: number) => number) {
  const found: { place: number; score: number }[] = [];
  return {
    look: (places: ArrayLike<number>): void => {
      for (let index = 0; index < places.length; index += 1) {
        const place = places[index] ?? 0;
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
