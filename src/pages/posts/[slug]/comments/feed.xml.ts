import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { catalogue } from '../../../../data/catalogue.ts';
import { remarkFeedResponse } from '../../../../feeds/feed-response.ts';
import { talksAbout } from '../../../../model/conversation.ts';
import { commentsOf, postPermalink } from '../../../../model/permalink.ts';

// A post that nobody has spoken about has no thread yet, and so nothing to follow.
export const getStaticPaths = (() => {
  const { posts, threadOf } = catalogue();
  return posts
    .filter((post) => threadOf(post) !== undefined)
    .map((post) => ({ params: { slug: post.slug }, props: { post } }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { post } }) => {
  const all = catalogue();
  const page = postPermalink(post.slug);
  return remarkFeedResponse(all, {
    permalink: commentsOf(page),
    page,
    name: post.title,
    talks: talksAbout(all, [post]),
  });
};
