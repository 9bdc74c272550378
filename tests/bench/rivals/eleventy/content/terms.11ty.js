import { escaped, page } from '../theme/frame.js';

export const data = {
  pagination: { data: 'kinds', size: 1, alias: 'kind' },
  kinds: ['tags', 'authors'],
  permalink: ({ kind }) => `/${kind}/`,
};

export const render = ({ kind, names, collections }) => {
  const counts = new Map();
  for (const { data } of collections.newest)
    for (const slug of data[kind] ?? []) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  const items = [...counts].map(
    ([slug, count]) => `<li><a href="/${kind}/${slug}/">${escaped(names[kind][slug])}</a> ${count}</li>`,
  );
  return page(kind, `<h1>${kind}</h1><ul>${items.sort().join('\n')}</ul>`);
};
