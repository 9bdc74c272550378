import { chromium, type Page, type Route } from '@playwright/test';
import { headlessOptions } from '../support/chromium.ts';
import { provoke } from './in-page.ts';

export const origin = 'https://blog.example';

/** A document as a server would send it. */
export interface Served {
  html: string;
  headers?: Readonly<Record<string, string>>;
}

/** Everything that happened while a document was open, besides that it was shown. */
export interface Sighting {
  /** Numbers of the attacks that ran code. */
  executed: Set<number>;
  /** Requests for anything that the document has no right to, navigations among them. */
  requests: string[];
  dialogs: string[];
  windows: number;
  /** What the browser says that a policy has stopped. */
  refusals: number;
}

/** A browser in a closed room: whatever it asks for is answered here, and written down. */
export interface Range {
  /** Opens a document, provokes everything in it, and lets the caller look at it. An attack may lead away; nothing is found then. */
  visit: <Found>(
    served: Served,
    look: (page: Page) => Promise<Found>,
    /** How many elements are provoked that could run nothing by themselves; all, unless it says otherwise. */
    most?: number,
  ) => Promise<Sighting & { found: Found | undefined }>;
  close: () => Promise<void>;
}

/** `files` are answers to requests that the documents may make, by path. */
export async function openRange(files: (path: string) => Answer | undefined): Promise<Range> {
  const browser = await chromium.launch(headlessOptions);
  const context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  let seen = newSighting();
  let count = 0;
  // Every frame of every page has this function. No policy and no clobbered name is between a caller and it.
  await context.exposeBinding('hit', (_source, index: unknown) => {
    seen.executed.add(Number(index));
  });
  return {
    visit: async ({ html, headers = {} }, look, most = Number.MAX_SAFE_INTEGER) => {
      count += 1;
      const address = `${origin}/attack/${count}/`;
      const sighting = newSighting();
      seen = sighting;
      // A page of its own: one that an attack has led away would disturb the next.
      const page = await context.newPage();
      watch(page, sighting);
      let isShown = false;
      await page.route('**/*', async (route) => {
        const url = route.request().url();
        const isOurs = url === address && !isShown;
        if (!isOurs) {
          await answer(route, files, sighting);
          return;
        }
        isShown = true;
        await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html, headers: { ...headers } });
      });
      try {
        await page.goto(address, { waitUntil: 'domcontentloaded' });
        const found = await look(page);
        await page.evaluate(provoke, { selector: 'body, body *', most });
        return { ...sighting, found };
      } catch {
        return { ...sighting, found: undefined };
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

/** The pictures that a rendered body asks for: of the right type, and empty. */
export const pictures = (path: string): Answer | undefined =>
  /^\/(?:pictures|files)\//u.test(path) ? { contentType: 'image/webp', body: '' } : undefined;

type Answer = NonNullable<Parameters<Route['fulfill']>[0]>;

/** What was seen before anything is. */
export function newSighting(): Sighting {
  return { executed: new Set(), requests: [], dialogs: [], windows: 0, refusals: 0 };
}

async function answer(
  route: Route,
  files: (path: string) => Answer | undefined,
  { requests }: Sighting,
): Promise<void> {
  const request = route.request();
  const url = new URL(request.url());
  const file = url.origin === origin && !request.isNavigationRequest() ? files(url.pathname) : undefined;
  if (file !== undefined) {
    await route.fulfill(file);
    return;
  }
  requests.push(`${request.resourceType()} ${request.url()}`);
  // A foreign script does what its author likes; at home there is none under a made-up name.
  if (request.resourceType() === 'script' && url.origin !== origin)
    await route.fulfill({ contentType: 'text/javascript', body: 'hit(-1)' });
  // No content: the document stays, so that the rest of it can be provoked as well.
  else if (request.isNavigationRequest() && request.frame().parentFrame() === null)
    await route.fulfill({ status: 204 });
  else await route.abort();
}

/** Writes down what a page does besides asking for things. */
export function watch(page: Page, seen: Sighting): void {
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/Content Security Policy|requires 'Trusted/u.test(message.text())) seen.refusals += 1;
  });
  page.on('popup', (opened) => {
    seen.windows += 1;
    void opened.close();
  });
}
