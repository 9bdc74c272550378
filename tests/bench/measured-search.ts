import { createServer, type Server } from 'node:http';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { close, listen } from '../../scripts/adapters/listen.ts';
import { readBuiltSite } from '../../scripts/adapters/site-files.ts';
import { createStaticServer } from '../../scripts/adapters/static-server.ts';
import type { World } from '../../scripts/world.ts';
import { chromiumOptions } from '../support/chromium.ts';
import type { SearchIndex } from './built-blog.ts';
import { searchQuestions } from './search-questions.ts';
import { interfaceNames, type InterfaceName, type SearchReport } from './search-figures.ts';
import { watchTraffic } from './search-traffic.ts';
import { visitSearch, type Interface } from './search-visit.ts';
import { stockPages, writeStockSearch } from './stock-search.ts';

const stock = (path: string): Interface => ({
  path,
  field: (page) => page.getByRole('search').getByRole('textbox'),
  items: '.pagefind-ui__result',
});

const interfaces: Record<InterfaceName, Interface> = {
  ours: {
    path: '/search/',
    field: (page) => page.getByRole('main').getByRole('searchbox'),
    items: 'ol.results > li',
  },
  stock: stock(stockPages.usual),
  undelayed: stock(stockPages.undelayed),
};

export interface SearchOptions {
  /** The folder that was built. */
  out: string;
  index: SearchIndex;
  /** An empty folder for Pagefind's own interface. */
  stockFolder: string;
  runs: number;
  seed: number;
}

/**
 * Measures our search page and Pagefind's own interface in turn, on the same index from the same server. The server is
 * warm, as it is for all readers but the first: each page is visited once before anything counts. The browser is cold.
 */
export async function measureSearch(options: SearchOptions, world: World): Promise<SearchReport> {
  const { out, index, stockFolder, runs, seed } = options;
  await writeStockSearch(stockFolder, index.language);
  const server = await createServerOfBoth(out, stockFolder);
  const traffic = watchTraffic(server);
  const address = await listen(server, 0, '127.0.0.1');
  if ('refused' in address) throw new Error(`No port could be opened on this machine (${address.refused}).`);
  const origin = `http://localhost:${address.port}`;
  const questions = searchQuestions(seed);
  const visits: SearchReport['visits'] = { ours: [], stock: [], undelayed: [] };
  try {
    world.stdout.write('Warming up.\n');
    for (const name of interfaceNames)
      await visitSearch(interfaces[name], { origin, traffic, text: questions[0]?.text ?? '' });
    for (let run = 0; run < runs; run += 1) {
      world.stdout.write(`Run ${run + 1} of ${runs}.\n`);
      for (const [number, { text }] of questions.entries())
        for (const name of inTurn(run + number)) {
          world.signal.throwIfAborted();
          visits[name].push({ text, ...(await visitSearch(interfaces[name], { origin, traffic, text })) });
        }
    }
  } finally {
    await close(server);
  }
  return {
    date: world.now().toISOString().slice(0, 10),
    node: process.versions.node,
    chromium: await chromiumVersion(),
    cores: availableParallelism(),
    pages: index.pages,
    seed,
    runs,
    questions,
    visits,
  };
}

/** Another one begins each time. */
function inTurn(turn: number): InterfaceName[] {
  const first = turn % interfaceNames.length;
  return [...interfaceNames.slice(first), ...interfaceNames.slice(0, first)];
}

/**
 * The blog as its deployment serves it. The pages of Pagefind's own interface come without our headers: it starts by an
 * inline script and turns strings into HTML, which our policies forbid.
 */
async function createServerOfBoth(out: string, stockFolder: string): Promise<Server> {
  const blog = createStaticServer(await readBuiltSite(out, join(dirname(out), 'content')));
  const stockSite = createStaticServer({ root: stockFolder, headers: {}, redirects: new Map() });
  return createServer((request, response) => {
    const owner = request.url?.startsWith(stockPages.usual) === true ? stockSite : blog;
    owner.emit('request', request, response);
  });
}

async function chromiumVersion(): Promise<string> {
  const browser = await chromium.launch(chromiumOptions);
  try {
    return browser.version();
  } finally {
    await browser.close();
  }
}
