import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { feedResponse } from '../../../../feeds/feed-response.ts';
import { groupCommentFeeds } from '../../../../feeds/planned-feeds.ts';

export const getStaticPaths = (() => groupCommentFeeds.paths()) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => feedResponse(groupCommentFeeds.shown(props));
