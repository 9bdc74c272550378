import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plural } from '../../src/model/problem.ts';
import { authors } from './company.ts';

export interface Edit {
  /** What the table calls it. */
  name: string;
  /** Changes files, to something else for each number. Throws when a file stays as it is. */
  apply: (number: number) => Promise<void>;
}

const many = 200;

/** Adds a sentence to a post, another one for each number. Returns the sentence. */
export async function addSentence(post: string, number: number): Promise<string> {
  const sentence = `This is sentence ${number} that was added to see how long one edit takes.`;
  await mend(post, (text) => `${text}\n${sentence}\n`);
  return sentence;
}

/** What an author changes, besides one post. The tag is that of the most posts. */
export function contentEdits(content: string, posts: readonly string[]): Edit[] {
  const touched = spread(posts, many);
  const [author] = authors;
  return [
    {
      name: `${plural(touched.length, 'post')} edited`,
      apply: async (number) => {
        for (const post of touched) await addSentence(join(content, post), number);
      },
    },
    {
      name: 'One tag label edited',
      apply: (number) =>
        mend(join(content, 'tags.yml'), (text) =>
          text.replace(/^ {4}label: .*$/mu, `    label: Topic ${number}`),
        ),
    },
    {
      name: 'One author name edited',
      apply: (number) =>
        mend(join(content, 'authors', `${author?.slug}.yml`), (text) =>
          text.replace(/^name: .*$/mu, `name: Somebody ${number}`),
        ),
    },
  ];
}

/** What a developer changes: each post is made anew, for the list stands at its foot as well. */
export function engineEdits(engine: string): Edit[] {
  return [
    {
      name: 'List component edited',
      apply: (number) =>
        mend(join(engine, 'src', 'components', 'PostRows.astro'), (text) =>
          text.replace(/<ul class="rows"[^>]*>/u, `<ul class="rows" data-edit="${number}">`),
        ),
    },
    {
      name: 'Post template edited',
      apply: (number) =>
        mend(join(engine, 'src', 'pages', 'posts', '[slug].astro'), (text) =>
          text.replace(/<h1[^>]*>\{post\.title\}/u, `<h1 data-edit="${number}">{post.title}`),
        ),
    },
  ];
}

async function mend(file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = change(before);
  // A build after it would be measured as one after an edit.
  if (after === before) throw new Error(`The edit of the benchmark changed nothing in ${file}.`);
  await writeFile(file, after);
}

/** At most so many, from everywhere. */
function spread(paths: readonly string[], most: number): string[] {
  const step = Math.max(1, Math.floor(paths.length / most));
  return paths.filter((_, index) => index % step === 0).slice(0, most);
}
