import { expect, type Locator } from '@playwright/test';
import { expectAccessible } from './pages/accessible.ts';
import { test } from './pages/test.ts';

const findable = [
  { by: 'its title', query: 'names that sort', title: 'Names that sort' },
  { by: 'a topic', query: 'Data quality', title: 'Clean sensor, clean data' },
  { by: 'another word for a topic', query: 'helpdesk', title: 'Three replies before you escalate' },
  { by: 'an author with accents', query: 'Inês Carvalho', title: 'Calibrating the Sandpiper in ten steps' },
  {
    by: 'an author without accents',
    query: 'ines carvalho',
    title: 'Calibrating the Sandpiper in ten steps',
  },
  { by: 'a heading', query: 'screen car crash', title: 'Git for people who write' },
  { by: 'a word in a comment', query: 'core.quotepath', title: 'Git for people who write' },
  { by: 'words in a tab', query: 'ninety seconds password manager', title: 'Git for people who write' },
  { by: 'its group', query: 'Makers of tools', title: 'Reading the Tern log with ternctl' },
  { by: 'another form of a word', query: 'calibrate', title: 'Calibrating the Sandpiper in ten steps' },
];

for (const { by, query, title } of findable) {
  test(`finds a post by ${by}`, async ({ search }) => {
    await search.open(query);
    await expect(search.status).toHaveText(/^\d+ results? for “/u);
    await expect(search.titles.filter({ hasText: title })).toHaveCount(1);
  });
}

test('runs in a worker of its own, although no string may become a script', async ({ page, search }) => {
  const worker = page.waitForEvent('worker');
  await search.open('checklist');
  expect(new URL((await worker).url()).pathname).toBe('/pagefind/pagefind-worker.js');
  await expect(search.status).toHaveText(/^\d+ results? for “/u);
});

test.describe('on a page that searches', () => {
  test.use({ expectedErrors: /requires 'Trusted(?:HTML|ScriptURL)' assignment/u });

  test('no string becomes HTML or a script', async ({ page, search }) => {
    await search.open('checklist');
    await expect(search.status).toHaveText(/^\d+ results? for “/u);
    const outcomes = await page.evaluate(() => {
      const attempts = [
        () => {
          document.body.insertAdjacentHTML('beforeend', '<p>x</p>');
        },
        () => new Worker('/theme.js'),
        () => (document.createElement('script').src = '/theme.js'),
      ];
      return attempts.map((attempt) => {
        try {
          attempt();
          return 'allowed';
        } catch (error) {
          return error instanceof TypeError ? 'refused' : 'failed otherwise';
        }
      });
    });
    expect(outcomes).toEqual(['refused', 'refused', 'refused']);
  });
});

test('puts the post with the title first', async ({ search }) => {
  await search.open('names that sort');
  await expect(search.titles.first()).toHaveText('Names that sort');
  await expect(search.titles.first()).toHaveAttribute('href', '/posts/names-that-sort/');
});

test('shows why a post was found, and nothing of the furniture of its page', async ({ page, search }) => {
  await search.open('flushing time');
  const result = search.result('Git for people who write');
  await expect(result.locator('mark').first()).toHaveText(/flush|time/iu);
  await expect(result.getByText('8 January 2024')).toBeVisible();
  await expect(result.getByText('How-to')).toBeVisible();
  await expect(result.locator('.facts')).toHaveText(
    'How-to Makers of tools Git, Writing Tomasz Król 8 January 2024 10 comments',
  );
  for (const query of ['four words', 'two routes', 'conversation']) {
    await search.open(query);
    await expect(search.status).toHaveText(/result/u);
    await expect(
      page.locator('.excerpt').filter({ hasText: /\s#\s|minutes to read|Copy$|On this page/u }),
    ).toHaveCount(0);
  }
});

test('leads to the section and to the comment in which something was found', async ({ page, search }) => {
  await search.open('car crash');
  const result = search.result('Git for people who write');
  await result.getByRole('link', { name: 'The screen that looks like a car crash' }).click();
  await expect(page).toHaveURL('/posts/git-for-people-who-write/#the-screen-that-looks-like-a-car-crash');

  await search.open('core.quotepath');
  await result.getByRole('link', { name: 'From the conversation' }).click();
  await expect(page).toHaveURL(/\/posts\/git-for-people-who-write\/#comment-/u);
  await expect(page.locator(':target')).toContainText('core.quotepath');
});

test('loads the index once the field has the keyboard, and nothing that has not been asked', async ({
  page,
  search,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await search.open();
  await expect(search.field).toBeFocused();
  await expect(search.topics).toBeVisible();
  await expect.poll(() => loaded.some((path) => path.endsWith('.pf_meta'))).toBe(true);
  expect(loaded.filter((path) => /\/(?:index|fragment|filter)\/|vocabulary/u.test(path))).toEqual([]);
  await search.field.fill('drift');
  await expect(search.titles.first()).toBeVisible();
  expect(loaded.filter((path) => /\/(?:index|fragment)\//u.test(path))).not.toEqual([]);
});

test('searches while somebody types, and keeps the words in the address', async ({ page, search }) => {
  await search.open();
  await search.field.pressSequentially('drift');
  await expect(search.titles.first()).toBeVisible();
  await expect(page).toHaveURL('/search/?q=drift');
  await page.reload();
  await expect(search.field).toHaveValue('drift');
  await expect(search.status).toHaveText(/results? for “drift”\.$/u);
  await search.field.fill('');
  await expect(search.topics).toBeVisible();
  await expect(page).toHaveURL('/search/');
});

test('goes back to the search before, with its filters', async ({ page, search }) => {
  await search.open('drift');
  await expect(search.titles.first()).toBeVisible();
  await search.filter('Topic', 'Calibration').check();
  await expect(page).toHaveURL('/search/?q=drift&tag=calibration');
  await search.field.fill('pump');
  await search.field.press('Enter');
  await expect(page).toHaveURL('/search/?q=pump&tag=calibration');

  await page.goBack();
  await expect(search.field).toHaveValue('drift');
  await expect(search.filter('Topic', 'Calibration')).toBeChecked();
  await page.goBack();
  await expect(page).toHaveURL('/search/?q=drift');
  await expect(search.filter('Topic', 'Calibration')).not.toBeChecked();
  await page.goForward();
  await expect(search.filter('Topic', 'Calibration')).toBeChecked();
});

test('comes back from a post to the same results', async ({ page, search }) => {
  await search.open('names that sort');
  await search.titles.first().click();
  await expect(page).toHaveURL('/posts/names-that-sort/');
  await page.goBack();
  await expect(search.titles.first()).toHaveText('Names that sort');
  await expect(search.field).toHaveValue('names that sort');
});

test('narrows by what is ticked, and says beforehand how much would be left', async ({ page, search }) => {
  await search.open('the');
  const safety = search.filters.getByRole('group', { name: 'Year' }).getByRole('checkbox').first();
  const name = await safety.evaluate(
    (box) => box.closest('label')?.querySelector('.number')?.textContent ?? '',
  );
  await safety.check();
  await expect(search.status).toHaveText(new RegExp(`^${name} of \\d+ results for “the”`, 'u'));
  // A second value of the same filter widens.
  await search.filters.getByRole('group', { name: 'Year' }).getByRole('checkbox').nth(1).check();
  await expect(search.status).not.toHaveText(new RegExp(`^${name} of`, 'u'));
  await search.filters.getByRole('button', { name: 'Remove all filters' }).click();
  await expect(search.status).toHaveText(/^\d+ results for “the”/u);
  await expect(page).toHaveURL('/search/?q=the');
});

test('lists posts by filters alone, newest first', async ({ page, search }) => {
  await page.goto('/search/?tag=git&author=tomasz-krol&tag=no-such-topic');
  await expect(search.status).toHaveText(/^\d+ results\.$/u);
  await expect(search.titles.filter({ hasText: 'Git for people who write' })).toHaveCount(1);
  const days = await page
    .getByRole('main')
    .locator('time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
  expect(days).toEqual([...days].sort().reverse());
  expect(days.length).toBeGreaterThan(1);
});

test('sorts by relevance or by day', async ({ page, search }) => {
  await search.open('calibration');
  await expect(search.titles.first()).toHaveText('Calibrating the Sandpiper in ten steps');
  await search.order.selectOption('Newest first');
  await expect(page).toHaveURL('/search/?q=calibration&sort=newest');
  await expect(search.titles.first()).not.toHaveText('Calibrating the Sandpiper in ten steps');
  const days = await page
    .locator('.results time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
  expect(days).toEqual([...days].sort().reverse());
});

test('lists ten results at a time, and takes the keyboard to the first new one', async ({ page, search }) => {
  await search.open('the');
  await expect(search.titles).toHaveCount(10);
  await search.more.focus();
  await page.keyboard.press('Enter');
  await expect(search.titles).toHaveCount(20);
  await expect(search.titles.nth(10)).toBeFocused();
  await expect(page).toHaveURL('/search/?q=the&shown=20');
  await page.reload();
  await expect(search.titles).toHaveCount(20);
});

test('works with the keyboard alone', async ({ page, search }) => {
  await search.open();
  await page.keyboard.type('calibration');
  await expect(search.titles.nth(2)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(search.titles.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(search.titles.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(search.titles.last()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(search.titles.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(search.titles.first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(search.field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(search.field).toBeFocused();
  await expect(search.field).toHaveValue('calibration');
  // A letter goes on in the field.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('s');
  await expect(search.field).toBeFocused();
  await expect(search.field).toHaveValue('calibrations');
  await expect(search.status).toHaveText(/“calibrations”/u);
  await page.keyboard.press('ArrowDown');
  const address = (await search.titles.first().getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(address);
});

/** What was typed before the keyboard or the pointer left the field may be answered after it. */
async function ask({ field }: { field: Locator }, words: string): Promise<void> {
  await field.evaluate((input: HTMLInputElement, value) => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, words);
}

test('follows a result that is pressed while others are to come in its place', async ({ page, search }) => {
  await search.open('calibration');
  const address = (await search.titles.first().getAttribute('href')) ?? '';
  await search.titles.first().hover();
  await page.mouse.down();
  await ask(search, 'git');
  await expect(page).toHaveURL('/search/?q=git');
  // Longer than an answer may take before it is said to have failed.
  await page.waitForTimeout(2_500);
  await expect(search.titles.first()).toBeVisible();
  await page.mouse.up();
  await expect(page).toHaveURL(address);

  // A press that comes to nothing keeps nothing back.
  await page.goBack();
  await search.titles.first().hover();
  await page.mouse.down();
  await ask(search, 'calibration');
  await page.mouse.move(0, 0);
  await page.mouse.up();
  await expect(search.status).toHaveText(/“calibration”/u);
});

test('waits for no other press than one that follows a result', async ({ page, search }) => {
  await search.open('calibration');
  await search.titles.first().hover();
  // The menu of the system takes the release of its button on some of them.
  await page.mouse.down({ button: 'right' });
  await ask(search, 'git');
  await expect(search.status).toHaveText(/“git”/u);
  await page.mouse.up({ button: 'right' });
  await page.keyboard.press('Escape');
  // On others, it is the first button with a key.
  await search.titles.first().hover();
  await page.mouse.down();
  await search.titles.first().dispatchEvent('contextmenu');
  await ask(search, 'drift');
  await expect(search.status).toHaveText(/“drift”/u);
});

test('keeps the keyboard among the results when others come in their place', async ({ page, search }) => {
  await search.open('calibration');
  const second = (await search.titles.nth(1).textContent()) ?? '';
  await search.titles.nth(1).focus();
  await ask(search, 'calibrations');
  await expect(search.status).toHaveText(/“calibrations”/u);
  await expect(search.titles.filter({ hasText: second })).toBeFocused();
  // The page is not among these: the keyboard is where it was.
  await ask(search, 'git');
  await expect(search.status).toHaveText(/“git”/u);
  await expect(page.locator('.results h2 a:focus')).toHaveCount(1);
  await ask(search, 'xyzzyx');
  await expect(search.status).toHaveText(/“xyzzyx”/u);
  await expect(search.field).toBeFocused();
});

test(
  'opens all results in a new tab with Ctrl and Enter, and stays where it is',
  { tag: '@tab' },
  async ({ page, context, search }) => {
    await search.open();
    await page.keyboard.type('calibration');
    await expect(search.titles.first()).toBeVisible();
    const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Control+Enter')]);
    await expect(tab).toHaveURL('/search/?q=calibration');
    await expect(search.field).toBeFocused();
    // The next plain Enter is for this page again.
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/search/?q=calibration');
    expect(context.pages()).toHaveLength(2);
  },
);

test('says that nothing was found, and offers the nearest topic and its trainer', async ({
  page,
  search,
}) => {
  await search.open('onbording2 & co');
  await expect(search.status).toHaveText('Nothing found for “onbording2 & co”.');
  await expect(search.titles).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('link', { name: 'Onboarding' })).toHaveAttribute(
    'href',
    /\/tags\/onboarding\/$/u,
  );
  await expect(page.getByRole('main').getByRole('link', { name: 'Hana Satō' })).toHaveAttribute(
    'href',
    /\/authors\/hana-sato\/$/u,
  );
});

test('takes a question that has no answer to the form of the forge, with its words', async ({
  page,
  search,
}) => {
  for (const query of ['reactor & <b>$&{words}</b>', 'seagull?']) {
    await search.open(query);
    await expect(search.status).toHaveText(`Nothing found for “${query}”.`);
    const ask = await page.getByRole('link', { name: 'Ask this question' }).getAttribute('href');
    const form = new URL(ask ?? '');
    expect(form.origin + form.pathname).toBe('https://github.com/kestrel-quay/watercooler/discussions/new');
    expect(form.searchParams.get('category')).toBe('questions');
    expect(form.searchParams.get('title')).toBe(query);
    expect(form.searchParams.get('body')).toContain(
      `I searched The Kestrel Quay Watercooler for “${query}” and found no answer.`,
    );
  }
});

test('offers the nearest words where nothing comes near', async ({ page, search }) => {
  await search.open('reactor');
  await page.getByRole('main').getByRole('link', { name: 'factory' }).click();
  await expect(search.status).toHaveText(/^\d+ results? for “factory”/u);
});

test('finds what has some of the words when nothing has all', async ({ search }) => {
  await search.open('undo git porcelain seagull');
  await expect(search.status).toHaveText(
    /^Nothing has all of “undo git porcelain seagull”\. \d+ have some of the words\.$/u,
  );
  await expect(search.titles.first()).toHaveText('Undo in Git: a field guide');
});

test('keeps words together in quotation marks, and leaves words out', async ({ search }) => {
  await search.open('"it smells of lemon"');
  await expect(search.status).toHaveText('1 result for “"it smells of lemon"”.');
  await search.open('git');
  await expect(search.titles.filter({ hasText: 'Undo in Git' })).toHaveCount(1);
  await search.open('git -undo');
  await expect(search.status).toHaveText(/^\d+ results for “git -undo”/u);
  await expect(search.titles.filter({ hasText: 'Undo in Git' })).toHaveCount(0);
});

test('filters by answers and by comments', async ({ page, search }) => {
  await page.goto('/search/?kind=question');
  await expect(search.status).toHaveText(/^\d+ results\.$/u);
  await search.filter('Questions', 'Answered').check();
  await expect(page).toHaveURL('/search/?kind=question&answered=yes');
  await expect(search.titles.first()).toBeVisible();
  const facts = page.locator('.results .facts');
  await expect(facts.filter({ hasNotText: 'Question, answered' })).toHaveCount(0);
  await page.goto('/search/?q=git&comments=yes');
  await expect(search.titles.first()).toBeVisible();
  await expect(facts.filter({ hasNotText: 'comment' })).toHaveCount(0);
});

test.describe('what is not spelt right', () => {
  test('is found all the same, and that is said', async ({ page, search }) => {
    await search.open('onbording');
    await expect(search.status).toHaveText(/^Nothing has “onbording”\. \d+ results for “onboarding”\.$/u);
    await expect(search.titles.first()).toBeVisible();
    await expect(page.locator('mark').first()).toHaveText(/onboarding|induction/iu);
    // What was typed stays, in the field and in the address.
    await expect(search.field).toHaveValue('onbording');
    await expect(page).toHaveURL('/search/?q=onbording');
  });

  test('is found in other words, where the blog has other words', async ({ search }) => {
    await search.open('Roster');
    await expect(search.status).toHaveText(/^\d+ results? for “Roster”\.$/u);
    await expect(search.titles.filter({ hasText: 'Thank you for the winter rota notes' })).toHaveCount(1);
  });

  test('asks for the words of the blog only then', async ({ page, search }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await search.open('onboarding');
    await expect(search.titles.first()).toBeVisible();
    expect(asked.filter((path) => path.includes('vocabulary'))).toEqual([]);
    await search.field.fill('onbording');
    await expect(search.status).toHaveText(/^Nothing has/u);
    expect(asked).toContain('/pagefind/vocabulary.txt');
  });

  test.describe('without the words of the blog', () => {
    test.use({ expectedErrors: /Failed to load resource|net::ERR_FAILED/u });

    test('is not found, and the next try asks again', async ({ page, search }) => {
      await page.route('**/vocabulary.txt', (route) => route.abort());
      await search.open('onbording');
      await expect(search.status).toHaveText('Nothing found for “onbording”.');
      await page.unroute('**/vocabulary.txt');
      await search.field.press('Enter');
      await expect(search.status).toHaveText(/^Nothing has “onbording”/u);
    });
  });
});

test('offers to drop the filters when they leave nothing', async ({ page, search }) => {
  await page.goto('/search/?q=drift&tag=thanks');
  await expect(search.status).toHaveText('Nothing found for “drift” with these filters.');
  await page.getByRole('button', { name: 'Search without the filters' }).click();
  await expect(search.titles.first()).toBeVisible();
  await expect(page).toHaveURL('/search/?q=drift');
});

for (const query of [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '&lt;b&gt; <mark>x</mark>',
]) {
  test(`takes ${query} as words and nothing else`, async ({ page, search }) => {
    await search.open(query);
    await expect(search.status).toContainText(query);
    await expect(search.field).toHaveValue(query);
    await expect(page.locator('main').locator('img, script:not([src]), [onerror]')).toHaveCount(0);
  });
}

test.describe('without an index', () => {
  test.use({ expectedErrors: /Failed to load resource|net::ERR_FAILED/u });

  test('says so, leads to the topics, and tries again when asked', async ({ page, search }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await search.open('drift');
    await expect(search.status).toHaveText(
      'The search index could not be loaded. Try again, or start from a topic.',
    );
    await expect(search.topics).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'Calibration' })).toBeVisible();
    await page.unroute('**/pagefind/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(search.titles.first()).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`has no accessibility problems, ${colorScheme}`, async ({ page, search }) => {
      await page.emulateMedia({ colorScheme });
      await page.route('**/pagefind/**', (route) => route.abort());
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await search.open('drift');
        await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
        await expectAccessible(page);
      }
    });
});

test.describe('where WebAssembly is not allowed', () => {
  test.use({ expectedErrors: /WebAssembly|wasm|Content Security Policy|worker/iu });

  test('says so within two seconds and leads to the topics', async ({ page, search }) => {
    const strict = { 'content-security-policy': "script-src 'self' 'unsafe-inline'" };
    await page.route(/\/search\/|\/pagefind\/pagefind-worker\.js/u, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), ...strict } });
    });
    await search.open();
    await search.field.fill('drift');
    await expect(search.status).toHaveText(/^The search index could not be loaded\./u, { timeout: 2_000 });
    await expect(search.topics).toBeVisible();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says so and leads to every topic', async ({ page, search }) => {
    await page.goto('/');
    await search.field.fill('drift');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL('/search/?q=drift');
    // Chromium parses this element as if scripts were on, even while they are kept from running.
    const html = await (await page.request.get('/search/')).text();
    expect(/<noscript>(.*?)<\/noscript>/su.exec(html)?.[1]).toContain(
      'needs scripts, which are switched off',
    );
    await expect(search.topics).toBeVisible();
    await expect(search.filters).toBeHidden();
    await page.getByRole('main').getByRole('link', { name: 'Calibration' }).click();
    await expect(page).toHaveURL('/tags/calibration/');
  });
});

const looks = [
  { state: 'results and filters', query: '?q=calibration&tag=calibration', width: 1280 },
  { state: 'results and open filters', query: '?q=calibration&tag=calibration', width: 390 },
  { state: 'nothing found', query: '?q=onbording2', width: 390 },
  { state: 'something found instead', query: '?q=onbording', width: 390 },
  { state: 'nothing asked', query: '', width: 1280 },
];

for (const colorScheme of ['light', 'dark'] as const)
  for (const { state, query, width } of looks)
    test(`has no accessibility problems with ${state} at ${width} pixels, ${colorScheme}`, async ({
      page,
      search,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/search/${query}`);
      await expect(query === '' ? search.topics : search.status.filter({ hasText: 'for' })).toBeVisible();
      if (state.includes('open')) await page.getByText('Filters: 1 chosen').click();
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
