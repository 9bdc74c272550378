import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { feedResponse } from '../../../feeds/feed-response.ts';
import { tagFeeds } from '../../../feeds/planned-feeds.ts';

export const getStaticPaths = (() => tagFeeds.paths()) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => feedResponse(tagFeeds.shown(props));
