import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { questionFeedResponse } from '../../feeds/feed-response.ts';

export const GET: APIRoute = () => questionFeedResponse(catalogue());
