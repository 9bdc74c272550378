import type { TagSlug } from './slug.ts';
import type { Tag } from './tag.ts';
import { wordsToCompare } from './words-to-compare.ts';

/** A post whose topics are known. */
interface Tagged {
  tags: readonly TagSlug[];
  title: string;
  text: string;
}

/** Topics for a text, the likeliest first. */
export type TagSuggestions = (one: { title: string; text?: string }) => TagSlug[];

/** Whether a title calls a topic by its name, or by one of its other names. */
export function isNamedIn(title: string, tag: Tag): boolean {
  const head = comparable(title);
  return namesOf(tag).some((name) => head.includes(name));
}

function namesOf({ slug, label, aliases }: Tag): string[] {
  return [...new Set([slug, label, ...aliases].map(comparable))];
}

/** The words of a text between spaces, so that none is found inside another. */
function comparable(text: string): string {
  return ` ${wordsToCompare(text).join(' ')} `;
}

// A topic that is called by name in the title stands out from any that only sounds likely.
const inTitle = 3;
const inText = 1;
const fewestPosts = 2;
const least = 0.35;

/**
 * Learns from the posts of a blog which words go with which topic. A topic is likely when its name, or one of its other
 * names, stands in the text, and when the text has words that posts about it have and others do not.
 */
export function createTagSuggestions(tags: readonly Tag[], posts: readonly Tagged[]): TagSuggestions {
  const counts = new Map<string, Map<TagSlug, number>>();
  const spread = new Map<string, number>();
  const sizes = new Map<TagSlug, number>();
  for (const post of posts) {
    for (const tag of post.tags) sizes.set(tag, (sizes.get(tag) ?? 0) + 1);
    for (const word of new Set(wordsToCompare(`${post.title}\n${post.text}`))) {
      spread.set(word, (spread.get(word) ?? 0) + 1);
      const held = counts.get(word) ?? new Map<TagSlug, number>();
      for (const tag of post.tags) held.set(tag, (held.get(tag) ?? 0) + 1);
      counts.set(word, held);
    }
  }
  const names = tags.map((tag) => ({ slug: tag.slug, names: namesOf(tag) }));

  return ({ title, text = '' }) => {
    const [head, body] = [comparable(title), comparable(text)];
    const words = [...new Set([...head.split(' '), ...body.split(' ')])];
    const likely = likelihoods(words);
    return names
      .map(({ slug, names: own }) => ({
        slug,
        score:
          (likely.get(slug) ?? 0) +
          (own.some((name) => head.includes(name)) ? inTitle : 0) +
          (own.some((name) => body.includes(name)) ? inText : 0),
      }))
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1))
      .map(({ slug }) => slug);
  };

  /** How much more often the words stand in posts about a topic than in all posts, from 0 to a few. */
  function likelihoods(words: readonly string[]): Map<TagSlug, number> {
    const sums = new Map<TagSlug, number>();
    let weight = 0;
    for (const word of words) {
      const all = spread.get(word) ?? 0;
      const rare = all === 0 ? 0 : Math.log(posts.length / all);
      weight += rare;
      for (const [tag, count] of counts.get(word) ?? []) {
        const size = sizes.get(tag) ?? 0;
        if (size >= fewestPosts)
          sums.set(tag, (sums.get(tag) ?? 0) + rare * (count / (size + 1) - all / posts.length));
      }
    }
    return new Map([...sums].map(([tag, sum]) => [tag, weight === 0 ? 0 : (20 * sum) / weight]));
  }
}
