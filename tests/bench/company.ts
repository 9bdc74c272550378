import { createRandom } from './random.ts';
import { capitalised, inventedWords, phrase, sentence, sentences, topicWord } from './words.ts';

/** One file of a content folder, by its path in it. */
export interface CorpusFile {
  path: string;
  content: string | Buffer;
}

const firstNames =
  'Ada Bram Chidi Daria Emil Fatima Goran Hanne Ines Jamal Kaija Luis Mina Nils Odile Priya Quentin Rosa Sven Tove';
const lastNames =
  'Abel Brandt Costa Dahl Evans Farid Gallo Horvat Ivanova Jensen Kaya Lund Mensah Novak Okoye Petit Quist Rossi Sato Tran';

/** The people of the invented company, by slug. */
export const authors = firstNames.split(' ').map((first, index) => {
  const name = `${first} ${lastNames.split(' ')[index] ?? ''}`;
  return { name, slug: name.toLowerCase().replace(' ', '-') };
});

export interface Named {
  slug: string;
  name: string;
}

/** Names whose slugs differ. */
export function namesFor(kind: string, seed: number, count: number): Named[] {
  const random = createRandom(seed, kind);
  const found = new Map<string, Named>();
  while (found.size < count) {
    const name = `${capitalised(topicWord(random))} ${topicWord(random)}`;
    const slug = name.toLowerCase().replace(' ', '-');
    found.set(slug, { slug, name });
  }
  return [...found.values()];
}

export const yamlList = (items: readonly string[]) => `[${items.join(', ')}]`;

export const siteFile: CorpusFile = {
  path: 'site.yml',
  content: `name: The Bench Watercooler
purpose: An invented blog that is built to see how long that takes.
url: https://bench.example
language: en-GB
timeZone: UTC
forge:
  kind: github
  url: https://github.com
  repository: bench/watercooler
comments:
  mode: giscus
  repoId: R_bench
  category: Watercooler
  categoryId: DIC_bench
`,
};

/** The invented words, so that the check finds them spelt right. */
export const wordsFile: CorpusFile = {
  path: 'words.txt',
  content: `# The words of the invented language.\n${inventedWords.join('\n')}\n`,
};

export function authorFiles(seed: number): CorpusFile[] {
  return authors.map(({ slug, name }) => {
    const random = createRandom(seed, 'author', slug);
    const content = [
      `name: ${name}`,
      `role: ${phrase(random, 2, 4)}`,
      `reach:\n  - label: ${slug}@bench.example\n    link: mailto:${slug}@bench.example`,
      `askAbout: ${yamlList([topicWord(random), topicWord(random)])}`,
      `login: ${slug}`,
    ];
    return { path: `authors/${slug}.yml`, content: `${content.join('\n')}\n` };
  });
}

export function groupFiles(seed: number, groups: readonly Named[]): CorpusFile[] {
  return groups.map(({ slug, name }) => {
    const random = createRandom(seed, 'group', slug);
    const people = random.some(authors, 6).map((author) => author.slug);
    const fields = [
      `name: ${name}`,
      `purpose: ${phrase(random, 6, 12)}.`,
      `stewards: ${yamlList(people.slice(0, 2))}`,
      `members: ${yamlList(people)}`,
    ];
    return {
      path: `groups/${slug}.md`,
      content: `---\n${fields.join('\n')}\n---\n\n${sentences(random, 4, 8)}\n\n## ${phrase(random, 2, 4)}\n\n${sentences(random, 4, 8)}\n`,
    };
  });
}

export function pathFiles(seed: number, count: number, posts: readonly string[]): CorpusFile[] {
  return namesFor('paths', seed, count).map(({ slug, name }) => {
    const random = createRandom(seed, 'path', slug);
    const steps = random
      .some(posts, random.between(4, 9))
      .map((post) => `  - post: ${post}\n    because: ${phrase(random, 4, 9)}.`);
    const fields = [
      `title: ${name}`,
      'for: everybody',
      `outcome: ${phrase(random, 4, 8)}.`,
      'steps:',
      ...steps,
    ];
    return {
      path: `paths/${slug}.md`,
      content: `---\n${fields.join('\n')}\n---\n\n${sentences(random, 3, 6)}\n`,
    };
  });
}

export function pageFiles(seed: number): CorpusFile[] {
  return ['About', 'Help', 'Policy'].map((title) => {
    const random = createRandom(seed, 'page', title);
    return {
      path: `pages/${title.toLowerCase()}.md`,
      content: `---\ntitle: ${title}\nexcerpt: ${phrase(random, 5, 9)}.\n---\n\n${sentence(random)}\n\n## ${phrase(random, 2, 3)}\n\n${sentences(random, 5, 9)}\n`,
    };
  });
}

/** The taxonomy. `pinned` are the posts to start with, by tag. */
export function tagFile(
  seed: number,
  tags: readonly Named[],
  pinned: ReadonlyMap<string, readonly string[]>,
): CorpusFile {
  const entries = tags.map(({ slug, name }) => {
    const random = createRandom(seed, 'tag', slug);
    const fields = [
      `slug: ${slug}`,
      `label: ${name}`,
      `description: ${phrase(random, 5, 10)}.`,
      `pinned: ${yamlList(pinned.get(slug) ?? [])}`,
      `trainer: ${random.pick(authors).slug}`,
    ];
    return `  - ${fields.join('\n    ')}`;
  });
  return { path: 'tags.yml', content: `tags:\n${entries.join('\n')}\n` };
}
