import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { authors } from './company.ts';

const tagsSchema = z.object({ tags: z.array(z.object({ slug: z.string(), label: z.string() })) });

/** Where a project has what it is given, relative to its folder. */
export interface ProjectPlaces {
  posts: string;
  pictures: string;
  /** What tags and authors are called, by slug, as JSON. */
  names: string;
  /** The stylesheet, which is the same for all. */
  style: string;
}

/** Makes a project for another generator: its small theme, the invented posts with their pictures, and the names. */
export async function writeProject(
  folder: string,
  { themes, name }: { themes: string; name: string },
  places: ProjectPlaces,
  { content, posts }: { content: string; posts: readonly string[] },
): Promise<void> {
  await cp(join(themes, name), folder, { recursive: true });
  await cp(join(themes, 'style.css'), join(folder, places.style));
  await mkdir(join(folder, places.posts), { recursive: true });
  for (const path of posts) {
    const text = await readFile(join(content, path), 'utf8');
    // Newer versions of Hugo keep the field "kind" to themselves.
    await writeFile(
      join(folder, places.posts, path.slice('posts/'.length)),
      text.replace(/^kind: /mu, 'sort: '),
    );
  }
  await cp(join(content, 'posts', 'shared-pictures'), join(folder, places.pictures), { recursive: true });
  const { tags } = tagsSchema.parse(parse(await readFile(join(content, 'tags.yml'), 'utf8')));
  const names = {
    tags: Object.fromEntries(tags.map(({ slug, label }) => [slug, label])),
    authors: Object.fromEntries(authors.map(({ slug, name }) => [slug, name])),
  };
  await mkdir(dirname(join(folder, places.names)), { recursive: true });
  await writeFile(join(folder, places.names), JSON.stringify(names));
}
