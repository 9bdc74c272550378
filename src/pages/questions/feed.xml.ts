import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { feedResponse, questionFeed } from '../../feeds/feed-response.ts';

export const GET: APIRoute = () => feedResponse(questionFeed(catalogue()));
