/** Ids of the page around a body. A heading with such a name gets a number behind it, so that ids stay unique. */
export const frameIds = [
  'comments',
  'contents',
  'contents-title',
  'conversation',
  'discussion',
  'footnote-label',
  'footer',
  'header',
  'main',
  'nav',
  'search',
  'theme',
  'title',
  'top',
];
