import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { catalogue } from '../../../data/catalogue.ts';
import { feedResponse } from '../../../feeds/feed-response.ts';
import { tagPermalink } from '../../../model/permalink.ts';

export const getStaticPaths = (() => {
  const { tags } = catalogue();
  return tags.map((entry) => ({ params: { slug: entry.slug }, props: { entry } }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { entry } }) => {
  const all = catalogue();
  return feedResponse(all, {
    permalink: tagPermalink(entry.slug),
    name: entry.label,
    description: entry.description,
    posts: all.postsByTag.get(entry.slug) ?? [],
  });
};
