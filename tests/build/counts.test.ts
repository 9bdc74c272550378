import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ThreadFile } from '../../src/model/thread.ts';
import { post, type Files } from '../support/content.ts';
import { countSeen, randomThreads, type Seen } from '../support/random-threads.ts';
import { createTestBlog, readTree, runWatercooler, type TestBlog } from '../support/run-watercooler.ts';
import { elementsOf, parseXml } from '../support/xml.ts';

interface Expected {
  path: string;
  title: string;
  seen: Seen;
  /** Undefined for a post of another kind. */
  state: 'answered' | 'open' | undefined;
  inGroup: boolean;
}

/** A blog with conversations made by chance, and what its snapshots say. */
function randomBlog(seed: number): { files: Files; expected: Expected[] } {
  const { below, thread, question } = randomThreads(seed);
  const files: Files = {
    'tags.yml': 'tags:\n  - slug: tools\n    label: Tools\n    description: Things.\n',
    'authors/ada.yml': 'name: Ada Berg\nrole: Trainer\nlogin: ada-b\n',
    'groups/circle.md':
      '---\nname: Circle\npurpose: To talk.\nstewards: [ada]\ndiscussion: Circle\n---\nWords.\n',
    'groups/table.md':
      '---\nname: Table\npurpose: To talk.\nstewards: [ada]\naccess: closed\ndiscussion: table\n---\nWords.\n',
    'posts/first.md': null,
  };
  const expected: Expected[] = [];
  const isAnswered = (file: ThreadFile) =>
    file.comments
      .flatMap((comment) => [comment, ...comment.replies])
      .some(({ id, deleted, hidden }) => id === file.answer && !deleted && hidden === null);

  for (let index = 0; index < 14; index += 1) {
    const title = `Post ${index}`;
    const kind = below(3) === 0 ? 'question' : 'article';
    const [draft, inGroup] = [below(7) === 0, below(3) === 0];
    const file = below(5) === 0 ? undefined : thread();
    const fields = { title, kind, draft: String(draft), ...(inGroup && { group: 'circle' }) };
    files[`posts/p-${index}.md`] = post(fields);
    if (file !== undefined) files[`threads/p-${index}.json`] = JSON.stringify(file);
    const answered = file !== undefined && isAnswered(file);
    const state = kind === 'question' ? (answered ? ('answered' as const) : ('open' as const)) : undefined;
    const seen = countSeen(file ?? { comments: [] });
    if (!draft) expected.push({ path: `/posts/p-${index}/`, title, seen, state, inGroup });
  }
  for (let index = 0; index < 10; index += 1) {
    const file = question();
    const { number, title, category } = file;
    files[`threads/questions/${number}.json`] = JSON.stringify(file);
    const state = !category.answerable
      ? undefined
      : isAnswered(file)
        ? ('answered' as const)
        : ('open' as const);
    const path = `/questions/${number}/talk-${number}/`;
    if (category.name !== 'Table')
      expected.push({ path, title, seen: countSeen(file), state, inGroup: category.name === 'Circle' });
  }
  return { files, expected };
}

const words = (count: number) => `${count} ${count === 1 ? 'comment' : 'comments'}`;
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/ ([,.])/gu, '$1')
    .trim();
const dayWords = (instant: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(instant));

describe.each([1, 2, 3])('counts in blog %i', (seed) => {
  const { files, expected } = randomBlog(seed);
  let blog: TestBlog;
  let tree: Map<string, Buffer>;
  beforeAll(async () => {
    blog = await createTestBlog(files);
    const { code, printed } = await runWatercooler('build', blog);
    expect(printed).toMatch(/Built \d+ pages/u);
    expect(code).toBe(0);
    tree = await readTree(blog.out);
  });
  afterAll(() => blog.remove());

  const text = (path: string) => tree.get(path.slice(1))?.toString() ?? '';
  const page = (path: string) => text(`${path}index.html`);
  /** What the rows of a list say of each page, by path. */
  const rowsOf = (path: string) =>
    new Map(
      [...page(path).matchAll(/<li[^>]*>(?:(?!<li)[\s\S])*?<\/li>/gu)].flatMap(([row]) => {
        const [, target = ''] = /<a[^>]* href="(\/(?:posts|questions)\/[^"#]+\/)"/u.exec(row) ?? [];
        return expected.some((entry) => entry.path === target) ? [[target, textOf(row)] as const] : [];
      }),
    );
  const itemsOf = (path: string) =>
    elementsOf(parseXml(text(path))).filter(({ name }) => name === 'item').length;
  const sum = (entries: readonly Expected[]) => entries.reduce((total, { seen }) => total + seen.comments, 0);
  const fragments = () =>
    new Map(
      [...tree]
        .filter(([path]) => path.endsWith('.pf_fragment'))
        .map(([, bytes]) => {
          const text = bytes.toString();
          const found = JSON.parse(text.slice(text.indexOf('{'))) as {
            url: string;
            meta: Record<string, string>;
            filters: Record<string, string[]>;
          };
          return [found.url, found] as const;
        }),
    );

  it('on a page are those of the snapshot, in its heading and its comments', () => {
    expect(expected.length).toBeGreaterThan(15);
    for (const { path, seen } of expected) {
      const [, heading = ''] = /<h2[^>]* id="conversation"[^>]*>([\s\S]*?)<\/h2>/u.exec(page(path)) ?? [];
      if (path.startsWith('/posts/') && seen.comments === 0) continue;
      expect(textOf(heading), path).toBe(
        seen.comments === 0 ? 'Conversation' : `Conversation: ${words(seen.comments)}`,
      );
      expect(page(path).match(/aria-label="Comment by /gu) ?? [], path).toHaveLength(seen.comments);
    }
  });

  it('are the same in every list, with the day of the last', () => {
    const lists = ['/posts/', '/questions/', '/tags/tools/', '/authors/ada/', '/groups/circle/', '/'];
    const told = lists.flatMap((list) => [...rowsOf(list)]);
    expect(told.length).toBeGreaterThan(30);
    for (const [path, row] of told) {
      const seen = expected.find((entry) => entry.path === path)?.seen;
      const counts = [...row.matchAll(/(\d+ comments?)\b/gu)].map(([, count]) => count);
      expect([...new Set(counts)], `${path}: ${row}`).toEqual(
        seen === undefined || seen.comments === 0 ? [] : [words(seen.comments)],
      );
      if (seen?.last !== undefined && row.includes('last on'))
        expect(row, path).toContain(`last on ${dayWords(seen.last)}`);
    }
  });

  it('are the same in the search, which also knows what was answered', () => {
    const found = fragments();
    for (const { path, seen, state } of expected) {
      const { meta = {}, filters = {} } = found.get(path) ?? {};
      expect(meta['comments'], path).toBe(seen.comments === 0 ? undefined : String(seen.comments));
      expect(filters['comments'], path).toEqual(seen.comments === 0 ? undefined : ['yes']);
      expect(filters['answered'], path).toEqual(
        state === undefined ? undefined : [state === 'answered' ? 'yes' : 'no'],
      );
    }
    expect([...found.keys()].filter((url) => /^\/(?:posts|questions)\//u.test(url)).sort()).toEqual(
      expected.map(({ path }) => path).sort(),
    );
  });

  it('are the same in the feeds of a page, of the group and of the blog', () => {
    for (const { path, seen } of expected)
      if (tree.has(`${path.slice(1)}comments/feed.xml`))
        expect(itemsOf(`${path}comments/feed.xml`), path).toBe(Math.min(50, seen.comments));
      else expect(seen.comments, path).toBe(0);
    expect(itemsOf('/comments/feed.xml')).toBe(Math.min(50, sum(expected)));
    const group = expected.filter(({ inGroup }) => inGroup);
    expect(itemsOf('/groups/circle/comments/feed.xml')).toBe(Math.min(50, sum(group)));
  });

  it('are the same in what a page says of itself to machines', () => {
    const posts = expected.filter(({ path }) => path.startsWith('/posts/'));
    for (const { path, seen } of posts)
      expect(page(path), path).toContain(`"commentCount":${seen.comments},`);
    expect(posts.length).toBeGreaterThan(5);
  });

  it('put every answered question into its list, and no other', () => {
    const answered = expected.filter(({ state }) => state === 'answered').map(({ path }) => path);
    expect([...rowsOf('/questions/answered/').keys()].sort()).toEqual(answered.sort());
    const open = expected.filter(({ state }) => state === 'open').map(({ path }) => path);
    const waiting = [...rowsOf('/questions/unanswered/').keys()];
    expect(waiting.filter((path) => !open.includes(path))).toEqual([]);
    expect(waiting.length).toBeGreaterThan(0);
  });
});
