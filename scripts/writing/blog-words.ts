import { createLikeness, type Likeness } from '../../src/model/likeness.ts';
import { createTagSuggestions, type TagSuggestions } from '../../src/model/suggest-tags.ts';
import type { SourceContent } from '../../src/source/read-content.ts';

/** What the words of a blog tell about a new text. */
export interface BlogWords {
  suggestTags: TagSuggestions;
  /** The posts that may say the same already, one a line; empty when there are none. */
  alike: (one: { title: string; text: string }) => string;
}

/** Reads the words of all posts. */
export function readBlogWords({ posts, tags }: SourceContent, label: string): BlogWords {
  const texts = posts.map(({ slug, data, body }) => {
    return { slug, title: data.title, tags: data.tags, text: `${data.excerpt ?? ''}\n${body()}` };
  });
  const paths = new Map(posts.map(({ slug, path }) => [slug, path]));
  const likeness: Likeness = createLikeness(texts);
  return {
    suggestTags: createTagSuggestions(tags.data.tags, texts),
    alike: (one) => {
      const found = likeness(one).slice(0, mostNamed);
      const lines = found.map(({ slug, title }) => `  ${label}/${paths.get(slug) ?? slug}  ${title}`);
      return lines.length === 0 ? '' : ['These posts may say it already:', ...lines].join('\n');
    },
  };
}

const mostNamed = 5;
