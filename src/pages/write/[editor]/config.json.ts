import type { APIRoute } from 'astro';
import { editorRoutes, editorSettings } from '../../../data/editor-page.ts';

export const getStaticPaths = editorRoutes;

export const GET: APIRoute = () => Response.json(editorSettings());
