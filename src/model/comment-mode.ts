import { z } from 'zod';

/** How readers take part in a conversation: not at all, on the forge, or in the page on a click. */
export const commentMode = z.enum(['off', 'link', 'giscus']);
export type CommentMode = z.output<typeof commentMode>;
