import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { catalogue } from '../../../../data/catalogue.ts';
import { remarkFeedResponse } from '../../../../feeds/feed-response.ts';
import { talksAbout, talksIn } from '../../../../model/conversation.ts';
import { commentsOf, groupPermalink } from '../../../../model/permalink.ts';

export const getStaticPaths = (() => {
  const { groups } = catalogue();
  return groups
    .filter(({ access }) => access === 'open')
    .map((group) => ({ params: { slug: group.slug }, props: { group } }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { group } }) => {
  const all = catalogue();
  const page = groupPermalink(group.slug);
  return remarkFeedResponse(all, {
    permalink: commentsOf(page),
    page,
    name: group.name,
    talks: [
      ...talksAbout(all, all.postsByGroup.get(group.slug) ?? []),
      ...talksIn(all.questionsByGroup.get(group.slug) ?? []),
    ],
  });
};
