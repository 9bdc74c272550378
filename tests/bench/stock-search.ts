import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';

/** The pages with Pagefind's own interface, by how long it waits for another key; 300 ms is its default. */
export const stockPages = { usual: '/stock/', undelayed: '/stock/undelayed/' } as const;

/**
 * Writes a folder that holds Pagefind's own interface and a page for each entry of `stockPages`. They read the index of
 * the site that they are served with. They are as small as a page can be: no fonts, no frame, no styles but Pagefind's.
 */
export async function writeStockSearch(folder: string, language: string): Promise<void> {
  const bundle = join(folder, 'bundle');
  await writeBundle(bundle);
  const page = async (path: string, options: object) => {
    await mkdir(join(folder, path), { recursive: true });
    await writeFile(join(folder, path, 'index.html'), stockPage(language, options));
  };
  await page(stockPages.usual, {});
  await page(stockPages.undelayed, { debounceTimeoutMs: 0 });
  for (const file of ['pagefind-ui.js', 'pagefind-ui.css'])
    await copyFile(join(bundle, file), join(folder, stockPages.usual, file));
}

/** Pagefind writes its interface next to an index only, so here is an index of one word. */
async function writeBundle(outputPath: string): Promise<void> {
  try {
    const { index, errors } = await pagefind.createIndex({ writePlayground: false });
    if (index === undefined)
      throw new Error(`Pagefind could not write its own interface: ${errors.join(' ')}`);
    await index.addHTMLFile({ url: '/', content: '<html lang="en"><body>Word</body></html>' });
    await index.writeFiles({ outputPath });
  } finally {
    await pagefind.close();
  }
}

function stockPage(language: string, options: object): string {
  const settings = JSON.stringify({ element: '#search', bundlePath: '/pagefind/', ...options });
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>Search</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/stock/pagefind-ui.css">
<script src="/stock/pagefind-ui.js"></script>
<div id="search"></div>
<script>new PagefindUI(${settings});</script>
</html>
`;
}
