import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { contentLoader } from './loaders/content-loader.ts';
import type { Author } from './model/author.ts';
import type { Content } from './model/content.ts';
import type { Group } from './model/group.ts';
import type { Page } from './model/page.ts';
import type { LearningPath } from './model/path.ts';
import type { Post } from './model/post.ts';
import type { Tag } from './model/tag.ts';
import type { Thread } from './model/thread.ts';

// The schemas of src/model have checked every entry before a loader sees it, with positions that Astro does not know.
// Here a collection only says what its entries are.
export const collections = {
  site: defineCollection({
    loader: contentLoader('site'),
    schema: z.custom<Pick<Content, 'site' | 'notice' | 'redirects'>>(),
  }),
  posts: defineCollection({ loader: contentLoader('posts'), schema: z.custom<Post>() }),
  authors: defineCollection({ loader: contentLoader('authors'), schema: z.custom<Author>() }),
  groups: defineCollection({ loader: contentLoader('groups'), schema: z.custom<Group>() }),
  paths: defineCollection({ loader: contentLoader('paths'), schema: z.custom<LearningPath>() }),
  pages: defineCollection({ loader: contentLoader('pages'), schema: z.custom<Page>() }),
  tags: defineCollection({ loader: contentLoader('tags'), schema: z.custom<Tag>() }),
  threads: defineCollection({ loader: contentLoader('threads'), schema: z.custom<Thread>() }),
};
