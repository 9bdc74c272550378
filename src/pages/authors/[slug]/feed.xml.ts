import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { feedResponse } from '../../../feeds/feed-response.ts';
import { authorFeeds } from '../../../feeds/planned-feeds.ts';

export const getStaticPaths = (() => authorFeeds.paths()) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => feedResponse(authorFeeds.shown(props));
