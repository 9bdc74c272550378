import { test as base, type Page } from '@playwright/test';
import { openTalkingBlog, type TalkingBlog } from '../../support/talking-blog.ts';

/** The conversation under a post, by what a reader sees of it. */
export function conversation(page: Page, blog: TalkingBlog) {
  const section = page.getByRole('region', { name: /^Conversation/u });
  return {
    section,
    open: (slug: string, tail = '') => page.goto(`${blog.origin}/posts/${slug}/${tail}`),
    join: section.getByRole('button', { name: 'Join the conversation' }),
    status: section.getByRole('status'),
    link: section.getByRole('link', { name: 'Join the conversation on GitHub' }),
    always: section.getByRole('checkbox', { name: /^Always load/u }),
    frame: section.locator('giscus-widget iframe'),
    /** The configurations that the comment box was given, in order. */
    configs: async (): Promise<Record<string, unknown>[]> => {
      const items = section.frameLocator('giscus-widget iframe').locator('#configs li');
      return (await items.allTextContents()).map((text) => JSON.parse(text) as Record<string, unknown>);
    },
    comments: section.getByRole('article', { name: /^Comment by/u }),
  };
}

interface Talk {
  talk: ReturnType<typeof conversation>;
  /** Addresses on other hosts that the page asked for; those of the comment box too. */
  foreign: string[];
}

/** Tests on a blog with conversations, whose comment box does as it is told. Each worker has one of its own. */
export const test = base.extend<Talk, { blog: TalkingBlog }>({
  blog: [
    async ({}, use, { workerIndex }) => {
      const blog = await openTalkingBlog(workerIndex);
      await use(blog);
      await blog.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  talk: async ({ page, blog }, use) => {
    blog.host.behave({ says: 'thread' });
    await use(conversation(page, blog));
  },
  foreign: async ({ page, blog }, use) => {
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== blog.origin) foreign.push(request.url());
    });
    await use(foreign);
  },
});
