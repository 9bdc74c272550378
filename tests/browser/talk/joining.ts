import { expect, type Page } from '@playwright/test';
import type { Behaviour } from '../../support/widget-host.ts';
import { test } from './talking-test.ts';
import { axe } from '../pages/accessible.ts';

const didNotAnswer = 'The comment box did not answer.';

/** What the page says is wrong. */
function complaints(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

export function joiningTests(): void {
  test('asks no other host for anything before the click', async ({ page, blog, talk, foreign }) => {
    await talk.open('first');
    await talk.join.scrollIntoViewIfNeeded();
    await expect(talk.section).toContainText(
      `This loads the comment box from ${new URL(blog.host.origin).host}.`,
    );
    await page.waitForLoadState('networkidle');
    expect(foreign).toEqual([]);
    expect(blog.host.asked()).toEqual([]);
  });

  test('loads the comment box on the click, for this thread and no other', async ({ page, blog, talk }) => {
    const errors = complaints(page);
    await talk.open('first');
    await talk.join.click();
    await expect(talk.frame).toBeVisible();
    await expect(talk.join).toBeHidden();
    await expect(talk.status).toBeEmpty();
    await expect(talk.link).toBeHidden();
    await expect.poll(() => blog.host.asked().map(({ pathname }) => pathname)).toEqual(['/en/widget']);
    const [asked] = blog.host.asked();
    expect(Object.fromEntries(asked?.searchParams ?? [])).toMatchObject({
      ...{ repo: 'quay/log', repoId: 'R_1', category: 'Watercooler', categoryId: 'DIC_1', strict: '1' },
      ...{ term: 'oldest-words', number: '', theme: 'preferred_color_scheme', session: '' },
      origin: `${blog.origin}/posts/first/`,
    });
    // The widget makes HTML from strings, and the policy of the server knows how.
    expect(errors).toEqual([]);
  });

  test('leads the keyboard from the button into the comment box', async ({ page, talk }) => {
    await talk.open('first');
    await talk.join.focus();
    await page.keyboard.press('Enter');
    await expect(talk.join).toBeHidden();
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('giscus-widget');
  });

  test('follows the theme that the reader chooses', async ({ page, talk }) => {
    await talk.open('first');
    await talk.join.click();
    await expect(talk.join).toBeHidden();
    const themes = async () => (await talk.configs()).map(({ theme }) => theme);
    const choose = (name: string) => page.getByRole('combobox', { name: 'Theme' }).selectOption(name);
    await choose('Dark');
    await expect.poll(async () => (await themes()).at(-1)).toBe('dark');
    await choose('Light');
    await expect.poll(async () => (await themes()).at(-1)).toBe('light');
    await choose('As this device');
    await expect.poll(async () => (await themes()).at(-1)).toBe('preferred_color_scheme');
  });

  test('finds nothing wrong with a conversation that nobody has begun', async ({ blog, talk }) => {
    await talk.open('quiet');
    await expect(talk.section).toContainText('Nobody has said anything yet.');
    blog.host.behave({ says: 'no thread yet' });
    await talk.join.click();
    await expect(talk.frame).toHaveCSS('height', '372px');
    await expect(talk.status).toBeEmpty();
    await expect(talk.link).toBeHidden();
  });

  const silences: [string, Behaviour][] = [
    ['that hangs', 'hangs'],
    ['that breaks off', 'breaks off'],
    ['that refuses the frame', 'refuses the frame'],
    ['that says nothing', { says: 'nothing' }],
  ];
  for (const [what, behaviour] of silences)
    test(`a host ${what} becomes a sentence and a link within 3 seconds, and another try`, async ({
      page,
      blog,
      talk,
    }) => {
      await talk.open('first');
      blog.host.behave(behaviour);
      await talk.join.click();
      await expect(talk.status).toContainText(didNotAnswer, { timeout: 3_400 });
      await expect(talk.link).toBeVisible();
      await expect(talk.frame).toBeHidden();
      await expect(talk.comments.first()).toBeVisible();
      expect((await axe(page).include('.conversation').analyze()).violations).toEqual([]);
      blog.host.behave({ says: 'thread' });
      await talk.join.click();
      await expect(talk.frame).toBeVisible();
      await expect(talk.status).toBeEmpty();
      await expect(talk.link).toBeHidden();
    });

  test('a blocked host is as good as a silent one', async ({ page, blog, talk }) => {
    await page.route(`${blog.host.origin}/**`, (route) => route.abort('blockedbyclient'));
    await talk.open('first');
    await talk.join.click();
    await expect(talk.status).toContainText(didNotAnswer, { timeout: 3_400 });
    await expect(talk.link).toBeVisible();
  });

  test('so is a script that does not come', async ({ page, talk }) => {
    await page.route('**/_astro/live-conversation.*', (route) => route.abort());
    await talk.open('first');
    await talk.join.click();
    await expect(talk.status).toContainText(didNotAnswer);
    await expect(talk.link).toBeVisible();
  });

  test('a host that answers late is welcome all the same', async ({ blog, talk }) => {
    await talk.open('first');
    blog.host.behave({ says: 'thread', afterMs: 3_600 });
    await talk.join.click();
    await expect(talk.status).toContainText(didNotAnswer);
    await expect(talk.frame).toBeVisible();
    await expect(talk.status).toBeEmpty();
    await expect(talk.link).toBeHidden();
  });

  test('what troubles the comment box is said, with a link', async ({ blog, talk }) => {
    await talk.open('first');
    blog.host.behave({ says: 'too many requests' });
    await talk.join.click();
    await expect(talk.status).toHaveText(
      'The comment box says: “API rate limit exceeded for installation.”. You can take part here instead.',
    );
    await expect(talk.link).toBeVisible();
  });

  test('listens to the comment box alone', async ({ page, talk }) => {
    await talk.open('first');
    await talk.join.click();
    await expect(talk.join).toBeHidden();
    await page.evaluate(() => postMessage({ giscus: { error: 'I am a stranger' } }, '*'));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    await expect(talk.status).toBeEmpty();
  });

  test('coming back from signing in opens the box, and the session leaves the address', async ({
    page,
    blog,
    talk,
  }) => {
    await talk.open('first');
    await talk.join.click();
    await expect(talk.join).toBeHidden();
    blog.host.behave({ says: 'thread' });
    await talk.open('first', '?giscus=a-session&x=1');
    await expect(talk.frame).toBeVisible();
    await expect(page).toHaveURL(`${blog.origin}/posts/first/?x=1`);
    const sessions = () => blog.host.asked().map(({ searchParams }) => searchParams.get('session'));
    await expect.poll(sessions).toEqual(['a-session']);
  });

  test('the session leaves the address at once, whatever comes after', async ({ page, blog, talk }) => {
    await talk.open('first');
    await talk.join.click();
    await expect(talk.join).toBeHidden();
    await page.route('**/_astro/live-conversation.*', (route) => route.abort());
    await talk.open('first', '?giscus=a-session');
    await expect(talk.status).toContainText(didNotAnswer);
    await expect(page).toHaveURL(`${blog.origin}/posts/first/`);
  });

  for (const says of ['sign out', 'bad session'] as const)
    test(`goes on without a session after "${says}"`, async ({ blog, talk }) => {
      await talk.open('first');
      await talk.join.click();
      await expect(talk.join).toBeHidden();
      blog.host.behave({ says });
      await talk.open('first', '?giscus=a-session');
      await expect(talk.frame).toHaveCSS('height', '372px');
      await expect(talk.status).toBeEmpty();
      const sessions = () => blog.host.asked().map(({ searchParams }) => searchParams.get('session'));
      await expect.poll(() => [sessions().at(0), sessions().at(-1)]).toEqual(['a-session', '']);
    });

  test('the session in the link of somebody else loads nothing and is not kept', async ({
    page,
    talk,
    foreign,
  }) => {
    await talk.open('first', '?giscus=planted');
    await expect(page).not.toHaveURL(/planted/u);
    await page.waitForLoadState('networkidle');
    expect(foreign).toEqual([]);
    expect(await page.evaluate(() => localStorage.getItem('giscus-session'))).toBeNull();
  });

  test('the choice to load it always is kept on the device, and can be taken back', async ({
    page,
    blog,
    talk,
    foreign,
  }) => {
    await talk.open('first');
    await expect(talk.always).toBeHidden();
    await talk.join.click();
    await expect(talk.always).not.toBeChecked();
    await talk.always.check();
    foreign.length = 0;
    await page.setViewportSize({ width: 800, height: 300 });
    await talk.open('long');
    await page.waitForLoadState('networkidle');
    // Nobody has come near it yet.
    expect(foreign).toEqual([]);
    await talk.section
      .getByRole('heading')
      .first()
      .evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(talk.frame).toBeVisible();
    await expect.poll(() => blog.host.asked().at(-1)?.searchParams.get('term')).toBe('long');
    await expect(talk.always).toBeChecked();
    await talk.always.uncheck();
    foreign.length = 0;
    await talk.open('quiet');
    await talk.join.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    expect(foreign).toEqual([]);
  });

  test('a post can lead to the forge, or leave its conversation to be read', async ({ page, talk }) => {
    await talk.open('linked');
    await expect(talk.link).toBeVisible();
    await expect(talk.join).toHaveCount(0);
    expect(await page.content()).not.toContain('LiveConversation');
    await talk.open('mute');
    await expect(talk.comments).toHaveCount(1);
    await expect(talk.join).toHaveCount(0);
    await expect(talk.link).toHaveCount(0);
  });

  test('the rules stand beside every way to write', async ({ talk }) => {
    for (const slug of ['first', 'linked']) {
      await talk.open(slug);
      const rules = talk.section.getByRole('link', { name: 'What may be posted here' });
      await expect(rules).toHaveAttribute('href', '/policy/');
    }
  });

  test('is accessible with the comment box open, and fits a narrow screen', async ({ page, talk }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await talk.open('first');
    await talk.join.click();
    await expect(talk.join).toBeHidden();
    expect((await axe(page).include('.conversation').analyze()).violations).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}
