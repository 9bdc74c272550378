/** Why a page of ours may differ from what a specification expects. */
export const reasons = {
  'raw-html': 'Security: elements and attributes that the sanitiser does not know are taken away.',
  'unsafe-address':
    'Security: links lead to https, http, mailto, tel or a page of the blog, and to nothing else.',
  'empty-address': 'Our rule: a link that leads nowhere keeps its words and loses the link.',
  'empty-heading': 'Our rule: a heading without words is no heading.',
  'picture-elsewhere': 'Our rule: a picture lies beside the post. Of any other the words are left.',
  'wiki-link': 'Our feature: two square brackets are a link to a post by its name.',
  'bare-address': 'GFM: an address without angle brackets is a link.',
  'address-after-scheme':
    'remark-gfm follows an older GFM: after "mailto:" or "xmpp:" only the address itself is the link.',
} as const;

type Reason = keyof typeof reasons;

/** The numbers of all examples that differ, with the reason. Any other difference is a mistake of the pipeline. */
export const differences: Record<'CommonMark' | 'GFM' | 'footnotes', Partial<Record<Reason, number[]>>> = {
  CommonMark: {
    'raw-html': [
      ...[150, 163, 169, 170, 171, 172, 173, 176, 178],
      ...[201, 491, 524, 536, 613, 614, 615, 616, 617],
    ],
    'unsafe-address': [500, 596, 598, 599, 601],
    'empty-address': [200, 485, 486, 487, 567],
    'empty-heading': [79],
    'picture-elsewhere': [572, 574, 575, 579, 581, 582, 583, 584, 585, 586, 587, 588, 589, 591],
    'wiki-link': [548, 559, 590],
    'bare-address': [602, 606, 608, 611, 612],
  },
  GFM: {
    'raw-html': [657],
    'address-after-scheme': [633, 634, 635],
  },
  footnotes: {},
};
