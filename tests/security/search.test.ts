import type { Locator, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readBuiltSite } from '../../scripts/adapters/site-files.ts';
import { facets } from '../../src/search/facets.ts';
import { createTestBlog, runWatercooler, type TestBlog } from '../support/run-watercooler.ts';
import { contentsOf, provoke, addAsHtml } from './in-page.ts';
import { batches, harmless, searchBlog } from './search-blog.ts';
import { askable, storable } from './search-strings.ts';
import { openVisitor, type Visitor } from './visitor.ts';

/** Where a reader can search. */
interface SearchPlace {
  /** A page that has it. */
  path: string;
  /** Shows it on that page. */
  open: (page: Page) => Promise<void>;
  /** Whether it answers while somebody types, and Enter leads to another page. */
  leaves?: boolean;
  /** The part of the page in which words are never anything else. The others are found in it. */
  part: string;
  field: string;
  status: string;
  /** The results, each with a link in its heading, and the texts of one by what they are. */
  result: string;
  titles: string;
  texts: Record<string, string>;
  /** Where the page offers more than results: names to narrow them by, topics that come near, a form for the question. */
  extras?: { names: string; numbers: string; nearest: string; question: string };
}

/** A place and what protects it. Another place is another round. */
interface Round {
  name: string;
  place: SearchPlace;
  hasHeaders: boolean;
}

const searchPage = {
  path: '/search/',
  open: () => Promise.resolve(),
  part: 'main',
  field: 'input[type="search"]',
  status: '[role="status"]',
  result: '.results > li',
  titles: '.results h2 a',
  texts: { excerpt: '.excerpt', 'a section': '.sections', 'a topic': '.tags', 'an author': '.authors' },
  extras: {
    names: 'fieldset .name',
    numbers: 'fieldset .number',
    nearest: '.near a',
    question: '.question a',
  },
} satisfies SearchPlace;

const searchDialog: SearchPlace = {
  path: '/',
  open: (page) => page.keyboard.press('/'),
  leaves: true,
  part: 'dialog.search',
  field: 'input[type="search"]',
  status: '[role="status"]',
  result: '.results > li',
  titles: '.results h2 a',
  texts: searchPage.texts,
};

// The dialog shows what the page shows, with the same code: once without any protection is enough.
const rounds: Round[] = [
  { name: 'the search page with no headers', place: searchPage, hasHeaders: false },
  { name: 'the search dialog with no headers', place: searchDialog, hasHeaders: false },
  { name: 'the search page with the security headers', place: searchPage, hasHeaders: true },
];

/** How a query is shown: in one line, no longer than the field, and without halves of characters. */
const asShown = (text: string) => text.replace(/\s+/gu, ' ').trim().slice(0, 200).trim().toWellFormed();

/** The quotation marks of a body are set as a typographer would. */
const asTyped = (text: string) => text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'").replaceAll('…', '...');

const nowhere = 'xyzzyx';
const patience = 15_000;
const quiet = {
  ...{ executed: new Set(), requests: [], dialogs: [], windows: 0, refusals: 0, errors: [] },
};

/** Waits until an element says some words; fails with what it says instead. */
async function waitFor(element: Locator, words: string): Promise<void> {
  const end = Date.now() + patience;
  let said: string | null = null;
  while (Date.now() < end) {
    said = await element.textContent();
    if (said?.includes(words) === true) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(said).toContain(words);
}

let blog: TestBlog;
beforeAll(async () => {
  blog = await createTestBlog(searchBlog());
  const { code, printed } = await runWatercooler('build', blog);
  expect(printed).toMatch(/Built \d+ pages/u);
  expect(code).toBe(0);
});
afterAll(() => blog.remove());

/** Serves the blog, with the headers that it is published with or with none. */
async function visit(hasHeaders: boolean): Promise<Visitor> {
  const site = await readBuiltSite(blog.out, blog.content);
  return openVisitor(hasHeaders ? site : { ...site, headers: {} });
}

describe('the strings', () => {
  it('are more than a hundred, each different', () => {
    const texts = askable.map(({ text }) => text.replace(/\d+/gu, ''));
    expect(storable.length).toBeGreaterThan(100);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('would run, load and show if they were taken for HTML', async () => {
    const visitor = await visit(false);
    await visitor.page.goto(searchPage.path);
    // Some lead away: the page stays, so that the others are seen as well.
    await visitor.page.route('**', (route) =>
      route.request().isNavigationRequest() ? route.fulfill({ status: 204 }) : route.fallback(),
    );
    const { status: selector, part } = searchPage;
    await visitor.page.evaluate(addAsHtml, { selector, texts: askable.map(({ text }) => text) });
    const { dangers } = await visitor.page.evaluate(contentsOf, part);
    await visitor.page.evaluate(provoke, { selector: `${selector} *`, most: 1_000 });
    const { executed, requests } = visitor.sighted();
    await visitor.leave();
    expect(executed.size).toBeGreaterThan(50);
    expect(dangers.length).toBeGreaterThan(30);
    expect(requests.length).toBeGreaterThan(5);
  });
});

// At the same time, because a browser mostly waits.
describe.concurrent.each(rounds)('$name', ({ place, hasHeaders }) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await visit(hasHeaders);
  });
  afterAll(() => visitor.leave());
  afterEach(async () => {
    // Time for what was put into the page to load or to fail.
    await visitor.page.evaluate(provoke, { selector: 'main .none', most: 0 });
    expect(visitor.sighted()).toEqual(quiet);
  });

  describe('what is asked', { concurrent: false }, () => {
    const inPart = (selector: string) => visitor.page.locator(place.part).locator(selector);
    const said = (words: string) => waitFor(inPart(place.status), words);
    const contents = () => visitor.page.evaluate(contentsOf, place.part);

    async function open(): Promise<void> {
      await visitor.page.goto(place.path);
      await place.open(visitor.page);
    }

    /** Types or pastes, as a reader would, over what was there. */
    async function ask(words: string): Promise<void> {
      await inPart(place.field).press('Control+A');
      await visitor.page.keyboard.insertText(words);
      if (place.leaves !== true) await visitor.page.keyboard.press('Enter');
      const taken = asShown(await inPart(place.field).inputValue());
      expect(asShown(words).startsWith(taken) && taken !== '', words).toBe(true);
      await said(`“${taken}”`);
    }

    /** What the place is made of when nobody means any harm. */
    async function usualKinds(): Promise<Set<string>> {
      await open();
      const kinds = new Set((await contents()).kinds);
      for (const words of [harmless.word, nowhere, 'unruffledx']) {
        await ask(words);
        for (const kind of (await contents()).kinds) kinds.add(kind);
      }
      return kinds;
    }

    /** Says of a page that nothing in it is anything but words. */
    async function expectWordsOnly(usual: ReadonlySet<string>, text: string): Promise<void> {
      const { dangers, kinds } = await contents();
      expect({ text, dangers, unusual: kinds.filter((kind) => !usual.has(kind)) }).toEqual({
        ...{ text, dangers: [], unusual: [] },
      });
    }

    it('takes what is typed for words', async () => {
      const usual = await usualKinds();
      for (const { text } of askable) {
        await ask(text);
        expect(await inPart(place.status).isVisible(), text).toBe(true);
        await expectWordsOnly(usual, text);
      }
      // A form that leads to another page would only do what Enter does.
      const rest = place.leaves === true ? ':not(form, form *)' : '*';
      await visitor.page.evaluate(provoke, { selector: `${place.part} ${rest}`, most: 50 });
    });

    it('takes what it has found nothing for, and what it has found instead, for words', async () => {
      const usual = await usualKinds();
      const named = new Set<string>();
      for (const { index, text } of storable) {
        // No page has the phrase, so that nothing is found for the other words alone.
        const words = `"${nowhere}" alias${index} ${text}`;
        await ask(words);
        await said('Nothing found');
        if (place.extras !== undefined) {
          const { nearest, question } = place.extras;
          for (const label of await inPart(nearest).allTextContents()) named.add(label);
          const form = new URL((await inPart(question).getAttribute('href')) ?? '');
          expect(form.searchParams.get('title')).toBe(asShown(words));
        }
        await expectWordsOnly(usual, text);
      }
      if (place.extras !== undefined)
        expect(storable.filter(({ text }) => named.has(text)).length).toBeGreaterThan(10);
      let reworded = 0;
      for (const { index, text } of storable.filter(
        (one) => one.index % 3 === 0 && !/[",]/u.test(one.text),
      )) {
        await ask(`otherwise${index}`);
        if ((await inPart(place.titles).allTextContents()).includes(text)) reworded += 1;
        await expectWordsOnly(usual, text);
      }
      expect(reworded).toBeGreaterThan(0);
    });

    it('shows titles, excerpts, sections and topics as the words that they are', async () => {
      const usual = await usualKinds();
      for (const { word, strings } of batches) {
        await ask(word);
        await said(`${strings.length} result`);
        const titles = await inPart(place.titles).allTextContents();
        expect(titles.toSorted()).toEqual(strings.map(({ text }) => text).toSorted());
        for (const { index, text } of strings) {
          // Pagefind reads the references of headings once more than a browser does.
          const words = text.includes('&') ? String(index) : asTyped(text);
          for (const [what, selector] of Object.entries(place.texts)) {
            const shown = await inPart(place.result)
              .nth(titles.indexOf(text))
              .locator(selector)
              .textContent();
            expect(asTyped(shown ?? ''), what).toContain(words);
          }
        }
        await expectWordsOnly(usual, word);
        await visitor.page.evaluate(provoke, { selector: `${place.part} ${place.result} *`, most: 50 });
      }
    });
  });

  const withAddress = [searchPage].filter((page) => page === place);
  describe.each(withAddress)(
    'the address of it',
    { concurrent: false },
    ({ part, status, field, extras }) => {
      const inPart = (selector: string) => visitor.page.locator(part).locator(selector);
      const dangers = async () => (await visitor.page.evaluate(contentsOf, part)).dangers;
      const said = (words: string) => waitFor(inPart(status), words);

      /** Everything that the page reads, and what its form sends. */
      async function namesOfParameters(): Promise<string[]> {
        await visitor.page.goto(searchPage.path);
        const sent = await inPart('[name]').evaluateAll((controls) =>
          controls.map((control) => control.getAttribute('name') ?? ''),
        );
        return [...new Set(['q', ...facets, 'sort', 'shown', ...sent, 'other', '__proto__'])];
      }

      it('is words in every parameter', async () => {
        const names = await namesOfParameters();
        for (const { text } of askable) {
          const parameters = new URLSearchParams(names.map((name) => [name, text]));
          await visitor.page.evaluate(
            (address) => {
              history.pushState(null, '', address);
              dispatchEvent(new PopStateEvent('popstate'));
            },
            `${searchPage.path}?${parameters.toString().slice(0, 100_000)}`,
          );
          await said(`“${asShown(text)}”`);
          expect(asShown(await inPart(field).inputValue())).toBe(asShown(text));
          expect(await dangers(), text).toEqual([]);
        }
      });

      it('is words when the page is opened with it', async () => {
        const names = await namesOfParameters();
        const many = 16;
        for (let start = 0; start < storable.length; start += many) {
          const strings = storable.slice(start, start + many).map(({ text }) => text);
          const parameters = new URLSearchParams(
            strings.flatMap((text) => names.map((name) => [name, text])),
          );
          const response = await visitor.page.goto(
            `${searchPage.path}?${parameters.toString()}#${strings[0]}`,
          );
          expect(response?.status()).toBe(200);
          await said(`“${strings[0]}”`);
          expect(await dangers(), strings.join('\n')).toEqual([]);
        }
      });

      it('leads to numbers beside every filter, whatever it is called', async () => {
        await visitor.page.goto(`${searchPage.path}?q=${harmless.word}`);
        await waitFor(inPart(extras.numbers).first(), '1');
        const numbers = await inPart(extras.numbers).allTextContents();
        expect(numbers.filter((number) => !/^\d+$/u.test(number))).toEqual([]);
      });

      it('leads to filters whose names are the words that they are', async () => {
        await visitor.page.goto(`${searchPage.path}?kind=article&shown=200`);
        await said('results.');
        const names = await inPart(extras.names).allTextContents();
        for (const { text } of storable)
          expect(names.filter((name) => name === text).length).toBeGreaterThanOrEqual(2);
        expect(await dangers()).toEqual([]);
        await visitor.page.evaluate(provoke, { selector: `${part} fieldset *`, most: 60 });
      });
    },
  );
});
