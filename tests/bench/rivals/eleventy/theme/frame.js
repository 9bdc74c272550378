const characters = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export const escaped = (text) => text.replace(/[&<>"]/gu, (character) => characters[character]);

export const day = (date) =>
  `<time datetime="${date.toISOString().slice(0, 10)}">${days.format(date)}</time>`;

/** The posts as a list, each with its authors and its day. */
export function rows(posts, names) {
  const row = ({ url, date, data }) => {
    const people = data.authors.map((slug) => `${escaped(names.authors[slug])}, `).join('');
    return `<li><a href="${url}">${escaped(data.title)}</a> ${people}${day(date)}</li>`;
  };
  return `<ul>${posts.map(row).join('\n')}</ul>`;
}

/** A whole page. */
export const page = (title, main) => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${escaped(title)}</title>
    <link rel="stylesheet" href="/style.css">
    <link rel="alternate" type="application/rss+xml" href="/index.xml">
  </head>
  <body>
    <header>
      <a href="/">The Bench Watercooler</a>
      <nav><a href="/posts/">Posts</a> <a href="/tags/">Topics</a> <a href="/authors/">People</a></nav>
    </header>
    <main>${main}</main>
  </body>
</html>
`;
