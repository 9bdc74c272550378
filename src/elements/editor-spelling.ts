import type { slugFromTitle } from '../model/slug-from-title.ts';

declare global {
  /** The editor in the browser asks this for the address of a title, so that every way to write gives the same one. */
  var spellSlug: typeof slugFromTitle | undefined;
}

// It is large, and comes when somebody begins to write. Until then, and when it does not come, the editor spells by itself.
addEventListener(
  'focusin',
  () =>
    void import('../model/slug-from-title.ts')
      .then((spelling) => {
        globalThis.spellSlug = spelling.slugFromTitle;
      })
      .catch(() => undefined),
  { once: true },
);
