import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { feedResponse } from '../../../../../feeds/feed-response.ts';
import { questionCommentFeeds } from '../../../../../feeds/planned-feeds.ts';

export const getStaticPaths = (() => questionCommentFeeds.paths()) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => feedResponse(questionCommentFeeds.shown(props));
