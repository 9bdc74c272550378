import { chromium, type Page } from '@playwright/test';
import { close, listen } from '../../scripts/adapters/listen.ts';
import { createStaticServer, type StaticSite } from '../../scripts/adapters/static-server.ts';
import { headlessOptions } from '../support/chromium.ts';
import { newSighting, watch, type Sighting } from './range.ts';

/** A browser that reads a site over the network. What attacks do in it is written down. */
export interface Visitor {
  page: Page;
  /** What has happened since it was asked for the last time. */
  sighted: () => Sighting & { errors: string[] };
  leave: () => Promise<void>;
}

/** Serves a site and visits it. `site.headers` are those that come with every answer. */
export async function openVisitor(site: StaticSite): Promise<Visitor> {
  const server = createStaticServer(site);
  const address = await listen(server, 0, '127.0.0.1');
  if ('refused' in address) throw new Error(`The site could not be served: ${address.refused}`);
  const origin = `http://127.0.0.1:${address.port}`;
  const browser = await chromium.launch(headlessOptions);
  const context = await browser.newContext({ baseURL: origin });
  context.setDefaultTimeout(15_000);
  const seen = { ...newSighting(), errors: [] as string[] };
  // Every frame of every page has this function. No policy is between a caller and it.
  await context.exposeBinding('hit', (_source, index: unknown) => {
    seen.executed.add(Number(index));
  });
  await context.route(
    (url) => url.origin !== origin,
    (route) => route.abort(),
  );
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) seen.requests.push(request.url());
  });
  const page = await context.newPage();
  watch(page, seen);
  page.on('pageerror', ({ message }) => seen.errors.push(message));
  return {
    page,
    sighted: () => {
      const copy = structuredClone(seen);
      Object.assign(seen, newSighting(), { errors: [] });
      return copy;
    },
    leave: async () => {
      await browser.close();
      await close(server);
    },
  };
}
