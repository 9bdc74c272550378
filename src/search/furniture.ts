/** Furniture inside an article or a comment: it is not in the index, and nobody looks for its words. */
export const furniture: readonly string[] = [
  '.anchor',
  '[data-footnote-ref]',
  '.data-footnote-backref',
  '.visually-hidden',
  '#conversation',
  '.conversation > .muted',
  '.disc',
  '.when',
  '.edited',
  '.origin',
  '.answer',
  '.gone',
  '.reactions',
  '.poll dd',
];
