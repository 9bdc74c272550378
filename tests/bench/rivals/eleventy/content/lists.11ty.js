import { escaped, page, rows } from '../theme/frame.js';

export const data = {
  pagination: { data: 'collections.lists', size: 1, alias: 'list' },
  permalink: ({ list }) => list.address,
};

export const render = ({ list, names }) => {
  const { title, posts, addresses } = list;
  const name = typeof title === 'string' ? title : names[title.kind][title.slug];
  const others = addresses.map((address, index) => `<a href="${address}">${index + 1}</a>`).join(' ');
  return page(
    name,
    `<h1>${escaped(name)}</h1>${rows(posts, names)}${addresses.length > 1 ? `<nav>${others}</nav>` : ''}`,
  );
};
