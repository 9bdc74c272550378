import { existsSync } from 'node:fs';

const named = process.env['CHROMIUM_PATH'];

/** How Chromium is started for tests: the one that CHROMIUM_PATH names, quiet and without a sandbox of its own. */
export const chromiumOptions = {
  ...(named === undefined ? {} : { executablePath: named }),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    // A process less for each browser, and nothing that draws in place of a graphics card.
    '--in-process-gpu',
    '--disable-software-rasterizer',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/**
 * The same without the window around the page, where the system has that as a program of its own, such as in Debian's
 * chromium-headless-shell. It understands pages with the same code, and tests take half the time.
 */
export const headlessOptions = { ...chromiumOptions, ...(named !== undefined && withoutWindow(named)) };

function withoutWindow(program: string): { executablePath?: string } {
  const shell = `${program}-headless-shell`;
  return existsSync(shell) ? { executablePath: shell } : {};
}
