import type { Catalogue } from '../model/catalogue.ts';
import { permalinkOfQuestion } from '../model/question.ts';
import { redirectMap } from '../model/published.ts';

/** Looks at pages while they are made, and at last at which there are. A page that stays from the last build was looked at then. */
export interface Gate {
  /** Hears of a page that was made, with what is in its file. */
  look: (path: string, page: Buffer) => void;
  /**
   * Every visible post has its page, and so has every visible question, no page belongs to anything else, every body has
   * words, and no picture is still a placeholder. Throws everything that is otherwise.
   */
  inspect: (catalogue: Catalogue, all: readonly string[]) => void;
}

export function createGate(): Gate {
  const empty = new Set<string>();
  const unfinished = new Set<string>();
  return {
    look: (path, page) => {
      const slug = slugOf(path);
      if (slug === undefined) return;
      if (page.includes('__ASTRO_IMAGE_')) unfinished.add(slug);
      if (!hasProse(page)) empty.add(slug);
    },
    inspect: (catalogue, all) => {
      const { posts } = catalogue;
      const redirects = new Set(Object.keys(redirectMap(catalogue)));
      const built = new Set(all.flatMap((file) => slugOf(file) ?? []));
      const expected = new Set<string>(posts.map(({ slug }) => slug));
      const findings = [
        ...[...expected].filter((slug) => !built.has(slug)).map((slug) => `${slug} has no page`),
        ...[...built]
          .filter((slug) => !expected.has(slug) && !redirects.has(`/posts/${slug}/`))
          .map((slug) => `${slug} has a page, but it is not to be seen`),
        ...strayQuestions(catalogue, all),
        ...[...expected].flatMap((slug) => [
          ...(unfinished.has(slug) ? [`${slug} shows a placeholder instead of a picture`] : []),
          ...(empty.has(slug) ? [`${slug} has a source, but its page is empty`] : []),
        ]),
      ];
      if (findings.length > 0)
        throw new Error(`The pages are not what the content says:\n  ${findings.join('\n  ')}`);
    },
  };
}

/** The slug of the post whose page is in a file. */
function slugOf(file: string): string | undefined {
  return /^posts\/([^/]+)\/index\.html$/u.exec(file)?.[1];
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
function hasProse(page: Buffer): boolean {
  const start = page.indexOf('<div class="prose"');
  if (start === -1) return false;
  // What is looked for is in every encoding the same, and this one takes no time.
  const body = page.toString('latin1', page.indexOf('>', start) + 1, page.indexOf('</article>', start));
  return /(?:^|>)\s*[^<\s]/u.test(body) || /<(?:img|video)[ >]/u.test(body);
}
