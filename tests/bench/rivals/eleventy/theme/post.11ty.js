import { day, escaped, page } from './frame.js';

export default ({ title, excerpt, date, authors, tags, names, content }) => {
  const links = (kind, slugs, filter) =>
    slugs
      .map(
        (slug) =>
          `<a href="/${kind}/${slug}/" data-pagefind-filter="${filter}">${escaped(names[kind][slug])}</a>`,
      )
      .join(' ');
  return page(
    title,
    `<article data-pagefind-body>
      <h1>${escaped(title)}</h1>
      ${excerpt === undefined ? '' : `<p>${escaped(excerpt)}</p>`}
      <p data-pagefind-ignore>${links('authors', authors, 'author')} ${day(date)}</p>
      ${content}
      <p data-pagefind-ignore>${links('tags', tags, 'tag')}</p>
    </article>`,
  );
};
