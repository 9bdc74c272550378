import { createHash } from 'node:crypto';
import { post, type Files } from '../support/content.ts';
import { storable, type InjectionString } from './search-strings.ts';
import { asWords } from './vectors/vector.ts';

const postsOfWord = 5;

/** The posts that are found by a word, five at a time, so that the shortest list of results shows all of them. */
export const batches = Array.from({ length: Math.ceil(storable.length / postsOfWord) }, (_, place) => ({
  word: `lot${String(place).padStart(3, '0')}`,
  strings: storable.slice(place * postsOfWord, (place + 1) * postsOfWord),
}));

/** A post that is like any other, in the same lists. Its word finds nothing else. */
export const harmless = { word: 'calm', title: 'A calm post', label: 'Calm weather' };

const yaml = (text: string) => JSON.stringify(text);

/** Slugs that differ by a letter are taken for the same one by the check. */
const slug = ({ index }: InjectionString) =>
  `at-${createHash('sha256').update(String(index)).digest('hex').slice(0, 12)}`;

/** A thread in which everything that somebody wrote elsewhere is the text. */
function thread(word: string, { index, text }: InjectionString): string {
  const at = '2026-03-12T09:30:00Z';
  const url = `https://forge.example/discussions/${index + 1}`;
  const remark = {
    ...{ id: `remark-${index}`, url, author: { login: `guest-${index}`, name: text }, createdAt: at },
    ...{ editedAt: null, deleted: false, hidden: null, upvotes: 0, reactions: {} },
    body: `${word} ${asWords(text)} ${word}`,
  };
  return JSON.stringify({
    ...{ id: `thread-${index}`, number: index + 1, url, title: text },
    ...{ category: { name: text, answerable: false }, copiedAt: at, createdAt: at, updatedAt: at },
    ...{ locked: false, closed: false, upvotes: 0, reactions: {}, answer: null },
    ...{ poll: null, comments: [{ ...remark, replies: [] }] },
  });
}

/**
 * A blog in which every text that search may show is an attack: titles, excerpts, headings, sentences, comments, the
 * names of topics, authors and groups, and the other words for topics. The language keeps typographers away from them.
 */
export function searchBlog(): Files {
  const topics = storable.map(
    (one) =>
      `  - {slug: ${slug(one)}, label: ${yaml(one.text)}, description: ${yaml(one.text)}, aliases: [${yaml(`alias${one.index} ${one.text}`)}]}\n`,
  );
  const files: Files = {
    'site.yml': `name: ${yaml('</script>"><img src=x onerror=hit(-2)>')}\npurpose: The purpose\nurl: https://blog.example\nlanguage: pt-PT\nforge: {kind: github, url: https://forge.example, repository: a/b}\n`,
    'tags.yml': `tags:\n  - {slug: constructor, label: ${harmless.label}, description: A topic., aliases: [unruffled]}\n${topics.join('')}`,
    'authors/ada.yml': 'name: Ada Berg\nrole: Trainer\n',
    'groups/calm.md': '---\nname: Calm people\npurpose: A group.\nstewards: [ada]\n---\n\nWords.\n',
    'posts/first.md': post(
      { title: harmless.title, tags: '[constructor]', group: 'calm', kind: 'how-to', lang: 'en' },
      `Some ${harmless.word} words.\n\n## A ${harmless.word} heading\n\nSome ${harmless.word} words.\n`,
    ),
    // Without a title of its own among the facts: search takes the heading.
    'pages/about.md': `---\ntitle: ${yaml(`About ${batches[0]?.strings[0]?.text ?? ''}`)}\n---\n\nWords.\n`,
    'synonyms.yml': `synonyms:\n${storable
      .filter(({ text }) => !/[",]/u.test(text))
      .map(({ index, text }) => `  - [${yaml(`otherwise${index}`)}, ${yaml(text)}]\n`)
      .join('')}`,
  };
  for (const { word, strings } of batches)
    for (const one of strings) {
      const { text } = one;
      const name = slug(one);
      files[`authors/${name}.yml`] = `name: ${yaml(text)}\nrole: ${yaml(text)}\n`;
      // Every search counts every name: a third of them is enough to have some of each kind.
      const group = one.index % 3 === 0 ? name : 'calm';
      if (group === name)
        files[`groups/${name}.md`] =
          `---\nname: ${yaml(text)}\npurpose: ${yaml(text)}\nstewards: [${name}]\n---\n\nWords.\n`;
      files[`threads/${name}.json`] = thread(word, one);
      files[`posts/${name}.md`] = post(
        {
          ...{ title: yaml(text), excerpt: yaml(text), lang: 'pt-BR' },
          ...{ authors: `[${name}]`, tags: `[${name}]`, group },
        },
        `${word} ${asWords(text)} ${word}\n\n## ${word} ${asWords(text)}\n\n${word} ${asWords(text)} ${word}\n`,
      );
    }
  return files;
}
