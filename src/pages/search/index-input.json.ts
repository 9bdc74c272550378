import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';

/** The search asks for it when a question has no answer in the words in which it was put. */
export const GET: APIRoute = () => Response.json(catalogue().synonyms);
