import type { Finding } from './state.ts';

/**
 * What is said about a link to a page that this build does not have. `written` is what the author wrote; neither the
 * title of the page nor the reason why it is hidden is told, because the report may be public and the page may not.
 */
export function invisibleLink(written: string): Finding {
  return {
    rule: 'invisible-link',
    message: `"${written}" leads to a page that not all readers can see. They get the words without the link.`,
    mend: 'Lead to a page that everybody can see, or leave it: once the page is there for all, the link appears by itself.',
  };
}
