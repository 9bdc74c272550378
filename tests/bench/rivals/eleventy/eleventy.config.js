import highlight from '@11ty/eleventy-plugin-syntaxhighlight';

const perPage = 50;

/** The small theme that the benchmark builds the invented blog with. */
export default function configure(config) {
  config.addPlugin(highlight);
  config.addPassthroughCopy({
    'theme/style.css': 'style.css',
    'content/posts/shared-pictures': 'posts/shared-pictures',
  });
  config.amendLibrary('md', (markdown) => {
    const image = markdown.renderer.rules.image;
    markdown.renderer.rules.image = (tokens, index, ...rest) => {
      const token = tokens[index];
      token.attrSet('src', token.attrGet('src').replace(/^\.\//u, '/posts/'));
      return image(tokens, index, ...rest);
    };
  });
  const newest = (api) => api.getFilteredByGlob('content/posts/*.md').reverse();
  config.addCollection('newest', newest);
  config.addCollection('lists', (api) => {
    const posts = newest(api);
    return [...listPages('/posts/', 'Posts', posts), ...listsBy('tags', posts), ...listsBy('authors', posts)];
  });
  return {
    dir: { input: 'content', output: 'out', data: '_data', includes: '../theme' },
    markdownTemplateEngine: false,
  };
}

/** The pages of every list of a kind, such as all lists of topics. */
function listsBy(kind, posts) {
  const found = new Map();
  for (const post of posts)
    for (const slug of post.data[kind] ?? []) {
      if (!found.has(slug)) found.set(slug, []);
      found.get(slug).push(post);
    }
  return [...found].flatMap(([slug, own]) => listPages(`/${kind}/${slug}/`, { kind, slug }, own));
}

function listPages(address, title, posts) {
  const count = Math.max(1, Math.ceil(posts.length / perPage));
  const addresses = Array.from({ length: count }, (_, index) =>
    index === 0 ? address : `${address}page/${index + 1}/`,
  );
  return addresses.map((own, index) => ({
    address: own,
    addresses,
    title,
    posts: posts.slice(index * perPage, (index + 1) * perPage),
  }));
}
