import { blocks } from './blocks.ts';
import { data } from './data.ts';
import { inlines } from './inlines.ts';
import { markup } from './markup.ts';
import type { Pathological } from './shapes.ts';
import { words } from './words.ts';

/** Every file that is measured, each under a name of its own. */
export const pathological: readonly Pathological[] = [...blocks, ...inlines, ...markup, ...words, ...data];
