import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { catalogue } from '../../../data/catalogue.ts';
import { feedResponse } from '../../../feeds/feed-response.ts';
import { authorPermalink } from '../../../model/permalink.ts';

export const getStaticPaths = (() => {
  const { authors } = catalogue();
  return authors.map((entry) => ({ params: { slug: entry.slug }, props: { entry } }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { entry } }) => {
  const all = catalogue();
  return feedResponse(all, {
    permalink: authorPermalink(entry.slug),
    name: entry.name,
    description: entry.role,
    posts: all.postsByAuthor.get(entry.slug) ?? [],
  });
};
