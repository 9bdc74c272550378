import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { indexInput } from '../../model/index-input.ts';

/** What the search index is made with. The build takes it away when that is done. */
export const GET: APIRoute = () => Response.json(indexInput(catalogue()));
