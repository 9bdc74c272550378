import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type { World } from '../../scripts/world.ts';
import { chromiumOptions } from '../support/chromium.ts';
import { startDev, type DevServer } from '../support/run-dev.ts';
import { addSentence } from './blog-edits.ts';
import type { InventedBlog } from './measured-builds.ts';
import { formatTaken } from './report.ts';
import { addRun, type Rows } from './rows.ts';
import { secondsSince, takenBy } from './taken.ts';

const saves = 3;

/** Starts `npm run dev` from nothing, and again, and saves a post that a browser shows. */
export async function measureDev(
  { folders, post }: InventedBlog,
  run: number,
  rows: Rows,
  world: World,
): Promise<void> {
  const blog = { ...folders, cache: `${folders.cache}-of-dev` };
  await rm(blog.cache, { recursive: true, force: true });
  for (const how of ['from nothing', 'again']) {
    const name = `npm run dev, ${how}, to its first page`;
    world.stdout.write(`${name}.\n`);
    const started: DevServer[] = [];
    try {
      const taken = await takenBy(async () => {
        const server = await startDev(blog);
        started.push(server);
        const answer = await fetch(server.url);
        if (!answer.ok) throw new Error(`The server answered with ${answer.status}.`);
        await answer.text();
      });
      world.stdout.write(`${formatTaken(taken)}\n`);
      addRun(rows, name, taken);
      const [server] = started;
      if (how === 'again' && server !== undefined)
        await measureSaves(server, join(folders.content, post), run, rows, world);
    } finally {
      for (const server of started) await server.stop();
    }
  }
}

async function measureSaves(
  { url }: DevServer,
  file: string,
  run: number,
  rows: Rows,
  { signal, stdout }: World,
): Promise<void> {
  const browser = await chromium.launch(chromiumOptions);
  // Ends whatever is waited for.
  const end = () => void browser.close();
  signal.addEventListener('abort', end);
  try {
    const page = await browser.newPage();
    await page.goto(`${url}posts/${basename(file, '.md')}/`, { waitUntil: 'networkidle' });
    for (let save = 0; save < saves; save += 1) {
      const wallSeconds = await secondsToScreen(page, file, run * 1000 + save);
      stdout.write(`A saved post was on the screen after ${wallSeconds.toFixed(2)} s.\n`);
      addRun(rows, 'A saved post on the screen', { wallSeconds });
    }
  } finally {
    signal.removeEventListener('abort', end);
    await browser.close();
  }
}

/** From the write until the open page shows it. */
async function secondsToScreen(page: Page, file: string, number: number): Promise<number> {
  const started = performance.now();
  const sentence = await addSentence(file, number);
  await page.getByText(sentence).waitFor();
  const taken = secondsSince(started);
  // What the page still loads would be in the way of the next one.
  await page.waitForLoadState('networkidle');
  return taken;
}
