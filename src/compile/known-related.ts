import { join } from 'node:path';
import type { Post } from '../model/post.ts';
import { createRelated, relatedFacts, type Neighbourhood, type Related } from '../model/related.ts';
import type { PostSlug } from '../model/slug.ts';
import { digestOf } from '../source/digest.ts';
import { keepText, keptText } from '../source/kept-text.ts';
import { whileSame } from '../source/while-same.ts';

/** Related posts as earlier runs have found them. */
export interface KnownRelated {
  /** Finds related posts, and asks again only when another post has come or gone, or has other topics than then. */
  relate: (neighbourhood: Neighbourhood) => Related;
  /** Keeps what was found. */
  keep: () => Promise<void>;
}

interface Kept {
  /** Names everything that decides which posts are related. */
  key: string;
  found: [PostSlug, PostSlug[]][];
}

/**
 * Opens what is kept in a cache folder; it holds for one pipeline only. It may be deleted at any time. `prepare` is asked for
 * what is not known.
 */
export async function openKnownRelated(
  cacheDir: string,
  fingerprint: string,
  prepare = createRelated,
): Promise<KnownRelated> {
  const file = join(cacheDir, 'related.json');
  const text = await keptText(file, fingerprint);
  // It was kept with this type, and is as it was kept.
  const kept = text === '' ? undefined : (JSON.parse(text) as Kept);
  let key = kept?.key;
  let found: Map<PostSlug, PostSlug[]> = new Map(kept?.found);
  let isNew = false;
  const keyFor = whileSame<string>();
  return {
    relate: (neighbourhood) => {
      const { posts, tags } = neighbourhood;
      const parts = [
        ...posts.flatMap((post) => [post.slug, post.tags, post.kind, post.group]),
        ...[...tags].flatMap(([slug, { pinned }]) => [slug, pinned]),
      ];
      const own = keyFor(parts, () => digestOf(relatedFacts(neighbourhood)));
      if (own !== key) found = new Map();
      key = own;
      const bySlug = new Map(neighbourhood.posts.map((post) => [post.slug, post]));
      let search: Related | undefined;
      const ask: Related = (subject, limit) => (search ??= prepare(neighbourhood))(subject, limit);
      return (subject, limit) => {
        const { slug } = subject;
        // What stands in no list of posts is not named by its slug alone.
        if (limit !== undefined || slug === undefined || bySlug.get(slug) !== subject)
          return ask(subject, limit);
        const known = found.get(slug)?.map((other) => bySlug.get(other));
        if (known?.every((post): post is Post => post !== undefined) === true) return known;
        const posts = ask(subject);
        found.set(
          slug,
          posts.map((post) => post.slug),
        );
        isNew = true;
        return posts;
      };
    },
    keep: async () => {
      if (!isNew || key === undefined) return;
      await keepText(file, fingerprint, JSON.stringify({ key, found: [...found] } satisfies Kept));
      isNew = false;
    },
  };
}
