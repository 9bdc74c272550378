import { defineConfig, devices } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { chromiumOptions, headlessOptions } from '../support/chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Two runs at once need a port each.
const port = process.env['BROWSER_TEST_PORT'] ?? '4399';
const origin = `http://127.0.0.1:${port}`;
const report = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? `${root}.cache/test-reports/browser.json`;

/** The tag of tests that open tabs, as a reader does. */
const inTabs = /@tab/u;

export default defineConfig({
  testDir: '.',
  outputDir: `${root}.cache/test-results`,
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: 2,
  reporter: [['list'], ['json', { outputFile: report }]],
  use: {
    baseURL: origin,
    ...devices['Desktop Chrome'],
  },
  projects: [
    { name: 'pages', grepInvert: inTabs, use: { launchOptions: headlessOptions } },
    // Without a window, some versions leave a tab that a click opens without an answer.
    { name: 'tabs', grep: inTabs, use: { launchOptions: chromiumOptions } },
  ],
  webServer: {
    command: `"${process.execPath}" --disable-warning=ExperimentalWarning tests/support/serve-dist.ts ${port}`,
    cwd: root,
    url: origin,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
