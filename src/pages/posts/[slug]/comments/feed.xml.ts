import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { feedResponse } from '../../../../feeds/feed-response.ts';
import { postCommentFeeds } from '../../../../feeds/planned-feeds.ts';

export const getStaticPaths = (() => postCommentFeeds.paths()) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => feedResponse(postCommentFeeds.shown(props));
