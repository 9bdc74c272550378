import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../model/catalogue.ts';
import { postPermalink } from '../model/permalink.ts';
import { permalinkOfQuestion } from '../model/question.ts';
import { redirectMap } from '../model/published.ts';
import type { BuiltPages } from './pages.ts';

/**
 * Looks at the finished pages: every visible post has its page, and so has every visible question, no page belongs to anything
 * else, every body has words, and no picture is still a placeholder. A page that stays from the last build was looked at then.
 * Throws everything that it finds.
 */
export function inspectPages(catalogue: Catalogue, { all, rendered }: BuiltPages, outDir: string): void {
  const { posts } = catalogue;
  const redirects = new Set(Object.keys(redirectMap(catalogue)));
  const built = all.flatMap((file) => /^posts\/([^/]+)\/index\.html$/u.exec(file)?.[1] ?? []);
  const isNew = new Set(rendered);
  const pagesOfPosts = new Set(built);
  const expected = new Set<string>(posts.map(({ slug }) => slug));
  const findings = [
    ...[...expected].filter((slug) => !pagesOfPosts.has(slug)).map((slug) => `${slug} has no page`),
    ...built
      .filter((slug) => !expected.has(slug) && !redirects.has(`/posts/${slug}/`))
      .map((slug) => `${slug} has a page, but it is not to be seen`),
    ...strayQuestions(catalogue, all),
  ];
  for (const post of posts) {
    const page = join(postPermalink(post.slug).slice(1), 'index.html');
    // What is not there was found missing.
    if (!isNew.has(page)) continue;
    // What is looked for is in every encoding the same, and this one takes no time.
    const html = readFileSync(join(outDir, page), 'latin1');
    if (html.includes('__ASTRO_IMAGE_'))
      findings.push(`${post.slug} shows a placeholder instead of a picture`);
    if (!hasProse(html)) findings.push(`${post.slug} has a source, but its page is empty`);
  }
  if (findings.length > 0)
    throw new Error(`The pages are not what the content says:\n  ${findings.join('\n  ')}`);
}

/** Questions without a page, and pages of questions that are not there. */
function strayQuestions(catalogue: Catalogue, files: readonly string[]): string[] {
  const built = new Set(
    files
      .map((file) => `/${file.replace(/index\.html$/u, '')}`)
      // Feeds are no pages.
      .filter((path) => /^\/questions\/\d.*\/$/u.test(path)),
  );
  const expected = catalogue.questions.map(permalinkOfQuestion);
  const known = new Set<string>([...expected, ...Object.keys(redirectMap(catalogue))]);
  return [
    ...expected.filter((path) => !built.has(path)).map((path) => `${path} is missing`),
    ...[...built]
      .filter((path) => !known.has(path))
      .map((path) => `${path} has a page, but it is not to be seen`),
  ];
}

/** Whether the body of a post page shows anything: words, a picture or a film. */
function hasProse(html: string): boolean {
  const start = html.indexOf('<div class="prose"');
  if (start === -1) return false;
  const body = html.slice(html.indexOf('>', start) + 1, html.indexOf('</article>', start));
  return /<(?:img|video)[ >]/u.test(body) || /(?:^|>)\s*[^<\s]/u.test(body);
}
