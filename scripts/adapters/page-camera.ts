import { chromium } from '@playwright/test';
import sharp from 'sharp';

/** Takes pictures of pages as readers see them. */
export interface PageCamera {
  /** The whole page in a window of this width, as an address of data; undefined when there is no such page. */
  take: (url: string, width: number) => Promise<string | undefined>;
  close: () => Promise<void>;
}

// Longer pages would make the report heavier than what it is about.
const mostHeight = 6_000;

/** Opens the browser. */
export async function openCamera(executablePath: string): Promise<PageCamera> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
  const browser = await chromium.launch({ executablePath, args });
  return {
    take: async (url, width) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
      try {
        const page = await context.newPage();
        // Nothing of a page under review may speak to anybody.
        await page.route('**', (route) =>
          new URL(route.request().url()).host === new URL(url).host ? route.continue() : route.abort(),
        );
        const answer = await page.goto(url, { waitUntil: 'load' });
        if (answer?.ok() !== true) return undefined;
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        const clip = { x: 0, y: 0, width, height: Math.min(height, mostHeight) };
        const png = await page.screenshot({ fullPage: true, clip });
        const webp = await sharp(png).webp({ quality: 60 }).toBuffer();
        return `data:image/webp;base64,${webp.toString('base64')}`;
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}
