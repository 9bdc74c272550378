/** How Chromium is started for tests: the one that CHROMIUM_PATH names, quiet and without a sandbox of its own. */
export const chromiumOptions = {
  ...(process.env['CHROMIUM_PATH'] === undefined ? {} : { executablePath: process.env['CHROMIUM_PATH'] }),
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
