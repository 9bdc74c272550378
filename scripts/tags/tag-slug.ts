import { similarTags } from '../../src/model/similar.ts';
import { slugFromTitle } from '../../src/model/slug-from-title.ts';
import { isSlug, tagSlug } from '../../src/model/slug.ts';
import type { Tag } from '../../src/model/tag.ts';

/** Why a topic cannot have this slug, in whole sentences; undefined when it can. */
export function refusedTagSlug(slug: string, tags: readonly Tag[]): string | undefined {
  if (!isSlug(slug))
    return `"${slug}" cannot be a topic: its name may hold only a–z, 0–9 and single hyphens, such as "${slugFromTitle(slug, 'job-aids')}".`;
  if (tags.some((tag) => tag.slug === slug)) return `There is a topic "${slug}" already.`;
  const plain = (name: string) => name.toLowerCase().replaceAll(' ', '-');
  const holder = tags.find(({ label, aliases }) => [label, ...aliases].map(plain).includes(slug));
  return holder === undefined
    ? undefined
    : `"${slug}" is another name of the topic "${holder.slug}", and posts can be found by it. Use that one.`;
}

/** Which name of a new topic is nearly that of another topic; undefined when none is. */
export function similarTo(
  names: readonly string[],
  tags: readonly Tag[],
): { name: string; slug: string } | undefined {
  for (const name of names) {
    const added: Tag = {
      slug: tagSlug.parse(slugFromTitle(name)),
      label: name,
      description: name,
      aliases: [],
      pinned: [],
    };
    const twin = tags.find(
      (tag) => similarTags({ path: 'tags.yml', data: { tags: [tag, added] } }).length > 0,
    );
    if (twin !== undefined) return { name, slug: twin.slug };
  }
  return undefined;
}
