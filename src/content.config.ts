import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { mdxLoader } from './loaders/mdx-loader.ts';

// Posts, authors, groups and the rest are read, checked and rendered by src/compile, for the build and the commands
// alike. Astro's own collections are left with the one thing that only Astro can do: compiling `.mdx`.
export const collections = {
  mdx: defineCollection({ loader: mdxLoader(), schema: z.strictObject({}) }),
};
