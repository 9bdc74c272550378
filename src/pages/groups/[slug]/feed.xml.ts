import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { feedResponse } from '../../../feeds/feed-response.ts';
import { groupFeeds } from '../../../feeds/planned-feeds.ts';

export const getStaticPaths = (() => groupFeeds.paths()) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => feedResponse(groupFeeds.shown(props));
