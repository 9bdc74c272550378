import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../support/content.ts';
import { editedBlog } from '../../support/edited-pages.ts';
import { indexedWords } from '../../support/indexed-words.ts';
import {
  everythingFound,
  indexedPage,
  readIndex,
  writeIndex,
  type MarkedPage,
} from '../../support/search-index.ts';

let dir: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ dir, remove } = await temporaryFolder()));
afterEach(() => remove());

/** Compares the index that was updated with one that is made of the same pages at once. */
async function expectAsAtOnce(pages: readonly MarkedPage[], queries: readonly string[]) {
  const other = await temporaryFolder();
  await writeIndex(other.dir, pages);
  expect(await indexedWords(dir)).toEqual(await indexedWords(other.dir));
  expect(await everythingFound(dir, queries)).toEqual(await everythingFound(other.dir, queries));
  await other.remove();
}

const post = (slug: string, text: string) => indexedPage(slug, { title: slug, body: `<p>${text}</p>` });
const [drift, tide] = [post('drift', 'The glider drifts.'), post('tide', 'The tide turns.')];

describe('an index that is updated', () => {
  it.each([
    ['one', 24, 3],
    ['two', 24, 3],
    ['three', 24, 3],
    ['many', 120, 100],
  ])('answers as one of the same pages that is made at once: %s', async (seed, size, editsInARound) => {
    // Files of words are so small that there are many of them.
    if (size > 100) vi.stubEnv('PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE', '400');
    const blog = editedBlog(seed, size);
    await writeIndex(dir, blog.pages());
    const edits: string[] = [];
    for (let round = 1; round <= (size > 100 ? 1 : 2); round += 1) {
      edits.push(...Array.from({ length: round * editsInARound }, blog.edit));
      const { how } = await writeIndex(dir, blog.pages());
      expect(how, edits.join()).toMatch(/delta|folded/u);
      await expectAsAtOnce(blog.pages(), blog.queries);
    }
    vi.unstubAllEnvs();
  });

  it('takes in more pages than Pagefind is given at once', async () => {
    const posts = (words: string, count: number) =>
      Array.from({ length: 600 }, (_, at) =>
        post(
          `post-${at}`,
          `Text ${at} of ${at < count ? words : 'gliders'}, about ${at % 7 === 0 ? 'tides' : 'drift'}.`,
        ),
      );
    await writeIndex(dir, posts('gliders', 600));
    expect(await writeIndex(dir, posts('zeppelins', 300))).toMatchObject({ how: 'folded', changed: 300 });
    await expectAsAtOnce(posts('zeppelins', 300), ['zeppelins', 'gliders', 'tides', 'drift', 'text 299']);
    expect(await writeIndex(dir, posts('balloons', 600))).toMatchObject({ how: 'whole' });
  });

  it('takes in other names that many pages state, without their texts', async () => {
    vi.stubEnv('PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE', '400');
    const blog = editedBlog('facts', 150);
    const state = (labels: Record<string, string>) =>
      blog.pages().map(({ path, html }, at) => {
        const label = labels[/tag:([^"]*)/u.exec(html)?.[1] ?? ''];
        const author = `<span data-pagefind-meta="authors[data-words]" data-words="${at % 3 === 0 ? (labels['author'] ?? '') : 'Ida Ødegård'}"></span>`;
        return {
          path,
          html: html.replace(
            /(<span data-pagefind-meta="tags\[data-words\]" data-words=")[^"]*("><\/span>)/u,
            (_, start: string, end: string) => `${start}${label}, Safety for all${end}${author}`,
          ),
        };
      });
    // Some of them stand before or behind all other words of a file.
    const edges = '00 aardvark jib kelp quay urchin vang xebec yawl zyzzyva';
    const queries = [
      ...blog.queries,
      ...[
        'zeppelin',
        'zeppelins',
        'bright',
        'sensor',
        'Safety for all',
        'for',
        'ida',
        'odegard',
        'Ødegård',
        'pierre',
      ],
      ...edges.split(' '),
      ...['R&D', 'naive', 'cafe', '"pump rooms"', 'rooms', 'c++', 'all pumps', '研修', '資料'],
      ...['x', '"x safety"', '"sensor x"', 'x-ray', '"naive safety"', '"x naive"', 'x̂', '"x̂ naive"'],
    ];
    const first = {
      pumps: 'Pump rooms',
      hoses: 'Café hoses',
      gliders: 'Gliders',
      safety: 'Care',
      author: 'Ida Naïve',
    };
    await writeIndex(dir, state(first));
    const second = {
      ...first,
      pumps: `Bright zeppelins, ${edges}`,
      // Names are asked for one by one: signs that are no words, a word that stands in two, the one that marks their ends.
      hoses: 'The naïve C++ sensor, – & x, a naïve X-ray for x, , x̂ x̂, Naïve',
      safety: '研修資料を読む',
      gliders: 'R&amp;D on cafe pumps,  two spaces , one ',
      author: 'Pierre &quot;Ida&quot; Straße',
    };
    const outcome = await writeIndex(dir, state(second));
    expect(outcome.how).toBe('folded');
    expect(outcome.changed).toBeGreaterThan(100);
    await expectAsAtOnce(state(second), queries);
    expect((await everyByte()).includes('Pump rooms')).toBe(false);
    // Asked alone, a word is found only when the file is loaded that it stands in.
    for (const word of edges.split(' ')) {
      const { pagefind, close } = await readIndex(dir);
      expect((await pagefind.search(word, {})).results, word).not.toEqual([]);
      await close();
    }

    // With it, some pages change besides, and then only those.
    blog.edit();
    blog.edit();
    expect(await writeIndex(dir, state(first))).toMatchObject({ how: 'delta' });
    await expectAsAtOnce(state(first), queries);
    blog.edit();
    await writeIndex(dir, state(first));
    await expectAsAtOnce(state(first), queries);
    vi.unstubAllEnvs();
  });

  it('has a delta for what is new, and none when nothing has changed', async () => {
    expect(await writeIndex(dir, [tide])).toMatchObject({ how: 'whole', pages: 1, changed: 1 });
    expect(await deltas()).toEqual([]);
    expect(await writeIndex(dir, [drift, tide])).toMatchObject({ how: 'delta', pages: 2, changed: 1 });
    expect(await deltas()).toHaveLength(1);
    expect(await writeIndex(dir, [tide])).toMatchObject({ how: 'as it was', pages: 1, changed: 0 });
    expect(await deltas()).toEqual([]);
  });

  it('is one again on request, and then needs no page to be indexed', async () => {
    await writeIndex(dir, [tide]);
    expect(await writeIndex(dir, [drift, tide], [], { compact: true })).toMatchObject({ how: 'folded' });
    expect(await deltas()).toEqual([]);
    expect(await writeIndex(dir, [drift, tide])).toMatchObject({ how: 'as it was', pages: 2 });
    await expectAsAtOnce([drift, tide], ['glider', 'drift', 'tide', 'the']);
  });

  it('keeps no word of a page that was taken away', async () => {
    const secret = post('secret', 'The zanzibar plan.');
    await writeIndex(dir, [secret, drift, tide]);
    expect((await everyByte()).includes('zanzibar')).toBe(true);
    expect(await writeIndex(dir, [drift, tide])).toMatchObject({ how: 'folded', pages: 2 });
    expect((await everyByte()).includes('zanzibar')).toBe(false);
  });

  it('takes a page that has lost its mark for one that was taken away', async () => {
    await writeIndex(dir, [drift, tide]);
    const bare = { ...drift, html: drift.html.replace('data-pagefind-body', '') };
    expect(await writeIndex(dir, [bare, tide])).toMatchObject({ how: 'folded', pages: 1 });
    expect(await writeIndex(dir, [bare, tide])).toMatchObject({ how: 'as it was', pages: 1 });
    expect(await writeIndex(dir, [drift, tide])).toMatchObject({ how: 'delta', pages: 2 });
  });

  it('is not made again for the frame around a page', async () => {
    await writeIndex(dir, [drift, tide]);
    const framed = { ...drift, html: drift.html.replace('<body>', '<body><nav>Menu</nav>') };
    expect(await writeIndex(dir, [framed, tide])).toMatchObject({ how: 'as it was' });
  });

  it('reads only the pages that are said to have changed', async () => {
    const { site } = await writeIndex(dir, [drift, tide]);
    const other = post('drift', 'The glider sinks.');
    const changed = site && { since: site, paths: [] };
    expect(await writeIndex(dir, [other, tide], [], { changed })).toMatchObject({ how: 'as it was' });
    const named = site && { since: site, paths: ['drift/index.html'] };
    const second = await writeIndex(dir, [other, tide], [], { changed: named });
    expect(second).toMatchObject({ how: 'delta', site: { different: ['drift/index.html'] } });
    // What had changed before is in the delta again.
    const third = second.site && { since: second.site, paths: [] };
    expect(await writeIndex(dir, [other, tide], [], { changed: third })).toMatchObject({ how: 'delta' });
    await expectAsAtOnce([other, tide], ['glider', 'sinks', 'drifts']);
  });

  it('reads every page when what has changed was said of another index', async () => {
    const { site } = await writeIndex(dir, [drift, tide]);
    const changed = site && { since: { ...site, main: 'another' }, paths: [] };
    const other = post('drift', 'The glider sinks.');
    expect(await writeIndex(dir, [other, tide], [], { changed })).toMatchObject({ how: 'delta' });
  });
});

describe('what is kept of an index', () => {
  const state = () => join(dir, 'cache/search/main/state.json');
  const aFile = async () => {
    const folder = join(dir, 'cache/search/main/pagefind/fragment');
    return join(folder, (await readdir(folder))[0] ?? '');
  };

  it.each([
    ['is cut off', async () => truncate(state(), 100)],
    [
      'was changed',
      async () => writeFile(state(), (await readFile(state(), 'utf8')).replace('drift', 'drifx')),
    ],
    ['is not there', () => rm(state())],
    ['lacks a file', async () => rm(await aFile())],
    ['has a file that is cut off', async () => truncate(await aFile(), 3)],
  ])('is not used when it %s', async (_, harm) => {
    await writeIndex(dir, [drift, tide]);
    await rm(join(dir, 'pagefind'), { recursive: true });
    await harm();
    expect(await writeIndex(dir, [drift, tide])).toMatchObject({ how: 'whole', pages: 2 });
    expect(await writeIndex(dir, [drift, tide])).toMatchObject({ how: 'as it was', pages: 2 });
  });

  it('is never written into', async () => {
    await writeIndex(dir, [drift, tide]);
    const file = await aFile();
    const before = await readFile(file);
    await writeIndex(dir, [post('drift', 'The glider sinks.'), tide]);
    expect(await readFile(file)).toEqual(before);
  });

  it('is not used by a build with other code', async () => {
    await writeIndex(dir, [drift, tide]);
    expect(await writeIndex(dir, [drift, tide], [], { made: 'tomorrow' })).toMatchObject({ how: 'whole' });
  });
});

async function deltas(): Promise<string[]> {
  return (await readdir(join(dir, 'pagefind/index'))).filter((file) => file.endsWith('.pf_delta'));
}

async function everyByte(): Promise<string> {
  const folder = join(dir, 'pagefind');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => {
      const bytes = await readFile(join(parentPath, name));
      return (/\.pf_|\.pagefind$/u.test(name) ? gunzipSync(bytes) : bytes).toString('latin1');
    });
  return (await Promise.all(contents)).join('\n');
}
