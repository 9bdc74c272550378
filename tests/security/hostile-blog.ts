import { createHash } from 'node:crypto';
import { authorSchema } from '../../src/model/author.ts';
import { postFrontmatterSchema } from '../../src/model/post.ts';
import { tagSchema } from '../../src/model/tag.ts';
import { post, type Files } from '../support/content.ts';
import { aRemark, threadFile } from '../support/entries.ts';
import { attack, corpus } from './vectors/corpus.ts';

// The guard has its own tests for these; here they would only hide what stands around them.
const control = /[\p{Control}\p{Format}\s]+/gu;

/** Every attack as one line of text. */
const attacks = corpus.map((_vector, index) => attack(index).replace(control, ' ').trim());

/** As many attacks to a text as it may hold. Those that are too long for it alone are left out. */
function packed(longest: number): string[] {
  const texts: string[] = [];
  const fitting = attacks.filter((text) => text.length <= longest);
  // The longest first, each to the first text that has room for it: the blog is a third smaller than one in their own order.
  for (const text of fitting.toSorted((a, b) => b.length - a.length)) {
    const place = texts.findIndex((other) => other.length + 1 + text.length <= longest);
    if (place === -1) texts.push(text);
    else texts[place] = `${texts[place] ?? ''} ${text}`;
  }
  return texts;
}

/** What hostile people would call things, with every attack in each of the lists. */
export const hostile = {
  titles: packed(200),
  excerpts: packed(300),
  labels: packed(60),
  names: packed(120),
  // A picture may be described at any length, in lines that the guard lets pass.
  alts: packed(10_000),
  site: `</script><script>hit(0)</script> "' & ]]> <!--`,
};

/** The attacks that no title, excerpt, label or name can hold, and whether the schemas refuse every one of them. */
export function tooLong(): { field: string; refused: boolean }[] {
  const limits = [
    { field: 'title', longest: 200, shape: postFrontmatterSchema.shape.title },
    { field: 'excerpt', longest: 300, shape: postFrontmatterSchema.shape.excerpt },
    { field: 'label', longest: 60, shape: tagSchema.shape.label },
    { field: 'name', longest: 120, shape: authorSchema.shape.name },
  ];
  return limits.flatMap(({ field, longest, shape }) =>
    attacks
      .filter((text) => text.length > longest)
      .map((text) => ({ field, refused: !shape.safeParse(text).success })),
  );
}

/** Those of a list that fall to one of so many places. */
function every(place: number, places: number, all: readonly string[]): string[] {
  return all.filter((_one, index) => index % places === place);
}

const tagsOfPost = 8;
// Enough to see every place in which the words of a discussion stand; each costs a page to open.
const mostQuestions = 40;
const slug = (kind: string, index: number) => `${kind}-${index}`;
/** Topics that differ by a letter are taken for the same one by the check, and there would be over a thousand. */
const tagSlug = (index: number) =>
  `tag-${createHash('sha256').update(String(index)).digest('hex').slice(0, 12)}`;
const yaml = (text: string) => JSON.stringify(text);

/** A blog in which every title, excerpt, label and name is an attack. The language keeps typographers away from the words. */
export function hostileBlog(picture: Buffer): Files {
  const { titles, excerpts, labels, names, alts, site } = hostile;
  const posts = Math.max(titles.length, Math.ceil(labels.length / tagsOfPost));
  const files: Files = {
    'site.yml': `name: ${yaml(site)}\npurpose: ${yaml(`The purpose ${site}`)}\nurl: https://blog.example\nlanguage: pt-PT\nforge: {kind: github, url: "https://github.example", repository: k/b, questions: ${yaml(site)}}\n`,
    'tags.yml': `tags:\n${labels.map((label, index) => `  - {slug: ${tagSlug(index)}, label: ${yaml(label)}, description: ${yaml(index % 3 === 0 ? label : 'A topic.')}}\n`).join('')}`,
    'authors/ada.yml': null,
    'posts/first.md': null,
    ...Object.fromEntries(alts.map((_alt, index) => [`posts/${slug('post', index)}/pump.png`, picture])),
  };
  names.forEach((name, index) => {
    files[`authors/${slug('author', index)}.yml`] = `name: ${yaml(name)}\nrole: ${yaml(name)}\n`;
  });
  // In the posts that the tests open.
  const threads = alts.length;
  for (let index = 0; index < threads; index += 1)
    files[`threads/${slug('post', index)}.json`] = JSON.stringify(
      threadFile({
        title: titles[index % titles.length] ?? '-',
        labels: every(index, threads, labels),
        poll: {
          question: titles[index % titles.length] ?? '-',
          options: ['-', '-', ...every(index, threads, labels)].map((label) => ({ label, votes: 1 })),
        },
        comments: every(index, threads, names).map((name, at) =>
          aRemark(`"><script>hit(${index})</script>${at}`, {
            author: { login: name, name: at % 2 === 0 ? name : null },
            url: `https://forge.example/"><script>hit(${at})</script>`,
          }),
        ),
      }),
    );
  for (let index = 0; index < posts; index += 1) {
    const many = (count: number, all: readonly string[]) =>
      Array.from({ length: count }, (_, step) => (index * count + step) % all.length);
    const fields = {
      title: yaml(titles[index % titles.length] ?? ''),
      excerpt: yaml(excerpts[index % excerpts.length] ?? ''),
      authors: `[${many(2, names)
        .map((number) => slug('author', number))
        .join(', ')}]`,
      tags: `[${many(tagsOfPost, labels).map(tagSlug).join(', ')}]`,
      ...(index in alts && { cover: './pump.png', coverAlt: yaml(alts[index] ?? '') }),
    };
    files[`posts/${slug('post', index)}/index.md`] = post(fields, 'Some words.\n');
  }
  // Discussions are written by people who have no review before them.
  titles.slice(0, mostQuestions).forEach((title, index) => {
    const question = threadFile({
      ...{ id: `D_${index}`, number: index + 1, title, labels: [labels[index % labels.length] ?? ''] },
      author: { login: slug('guest', index), name: names[index % names.length] ?? '' },
      category: { name: titles[(index + 1) % titles.length] ?? '', answerable: true },
      body: 'Some words.',
      comments: [aRemark(`r${index}`, { author: { login: titles[index] ?? '', name: null } })],
    });
    files[`threads/questions/${index + 1}.json`] = JSON.stringify(question);
  });
  return files;
}
