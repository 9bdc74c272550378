import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { catalogue } from '../../../data/catalogue.ts';
import { feedResponse } from '../../../feeds/feed-response.ts';
import { groupPermalink } from '../../../model/permalink.ts';

export const getStaticPaths = (() => {
  const { groups } = catalogue();
  return groups
    .filter(({ access }) => access === 'open')
    .map((entry) => ({ params: { slug: entry.slug }, props: { entry } }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { entry } }) => {
  const all = catalogue();
  return feedResponse(all, {
    permalink: groupPermalink(entry.slug),
    name: entry.name,
    description: entry.purpose,
    posts: all.postsByGroup.get(entry.slug) ?? [],
  });
};
