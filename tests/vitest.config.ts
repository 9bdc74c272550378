import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    allowOnly: false,
    projects: [
      {
        extends: true,
        // Some write folders or ask git, which takes a while on a busy machine.
        test: {
          name: 'unit',
          // Most of the time would go into loading the same modules for each file. No test leaves anything on them.
          isolate: false,
          include: ['tests/unit/**/*.test.ts'],
          testTimeout: 60_000,
          // GitHub's reader of workflows imports JSON in a way that Node refuses (actions/languageservices#387).
          server: { deps: { inline: [/@actions\//u] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          // Each of these builds a blog, which takes seconds and all cores.
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'security',
          include: ['tests/security/**/*.test.ts'],
          // These show thousands of attacks to a browser, which works while another file waits for its own.
          maxWorkers: 2,
          // What hangs is given up by the browser's driver long before.
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
