import { authorSchema } from '../../src/model/author.ts';
import { postFrontmatterSchema } from '../../src/model/post.ts';
import { tagSchema } from '../../src/model/tag.ts';
import { post, type Files } from '../support/content.ts';
import { attack, corpus } from './vectors/corpus.ts';

// The guard has its own tests for these; here they would only hide what stands around them.
const control = /[\p{Control}\p{Format}\s]+/gu;

/** Every attack as one line of text. */
const attacks = corpus.map((_vector, index) => attack(index).replace(control, ' ').trim());

/** As many attacks to a text as it may hold. Those that are too long for it alone are left out. */
function packed(longest: number): string[] {
  const texts: string[] = [];
  for (const text of attacks) {
    if (text.length > longest) continue;
    const joined = `${texts.at(-1) ?? ''} ${text}`;
    if (texts.length > 0 && joined.length <= longest) texts[texts.length - 1] = joined;
    else texts.push(text);
  }
  return texts;
}

/** What hostile people would call things, with every attack in each of the lists. */
export const hostile = {
  titles: packed(200),
  excerpts: packed(300),
  labels: packed(60),
  names: packed(120),
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

const tagsOfPost = 8;
const slug = (kind: string, index: number) => `${kind}-${index}`;
const yaml = (text: string) => JSON.stringify(text);

/** A blog in which every title, excerpt, label and name is an attack. The language keeps typographers away from the words. */
export function hostileBlog(picture: Buffer): Files {
  const { titles, excerpts, labels, names, site } = hostile;
  const posts = Math.max(titles.length, Math.ceil(labels.length / tagsOfPost));
  const files: Files = {
    'site.yml': `name: ${yaml(site)}\npurpose: ${yaml(`The purpose ${site}`)}\nurl: https://blog.example\nlanguage: pt-PT\n`,
    'tags.yml': `tags:\n${labels.map((label, index) => `  - {slug: ${slug('tag', index)}, label: ${yaml(label)}, description: ${yaml(label)}}\n`).join('')}`,
    'authors/ada.yml': null,
    'posts/first.md': null,
    'posts/post-0/pump.png': picture,
  };
  names.forEach((name, index) => {
    files[`authors/${slug('author', index)}.yml`] = `name: ${yaml(name)}\nrole: ${yaml(name)}\n`;
  });
  for (let index = 0; index < posts; index += 1) {
    const many = (kind: string, count: number, all: readonly string[]) =>
      Array.from({ length: count }, (_, step) => slug(kind, (index * count + step) % all.length));
    const fields = {
      title: yaml(titles[index % titles.length] ?? ''),
      excerpt: yaml(excerpts[index % excerpts.length] ?? ''),
      authors: `[${many('author', 2, names).join(', ')}]`,
      tags: `[${many('tag', tagsOfPost, labels).join(', ')}]`,
      ...(index === 0 && { cover: './pump.png', coverAlt: yaml(attacks.join(' ')) }),
    };
    const file = index === 0 ? 'posts/post-0/index.md' : `posts/${slug('post', index)}.md`;
    files[file] = post(fields, `Some words.\n`);
  }
  return files;
}
