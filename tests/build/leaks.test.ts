import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../src/source/digest.ts';
import { post, type Files } from '../support/content.ts';
import { aRemark, threadFile } from '../support/entries.ts';
import { createTestBlog, readTree, runWatercooler, type TestBlog } from '../support/run-watercooler.ts';

const hidden = {
  draft: { draft: 'true' },
  scheduled: { date: '2026-11-23' },
  expired: { expires: '2026-11-21' },
  closed: { group: 'table' },
} as const;

type State = keyof typeof hidden;
const states = ['draft', 'scheduled', 'expired', 'closed'] as const;

// Words that exist nowhere else, so that one byte sequence proves a leak.
const sentence = (state: string) => `quagmire${state}canary`;
const title = (state: string) => `Zebrafish${state}canary`;

const pictures = new Map<string, Buffer>();
let blog: TestBlog;
let published: Map<string, Buffer>;
let preview: Map<string, Buffer>;
let again: Map<string, Buffer>;

async function entry(state: string, fields: Record<string, string>): Promise<Files> {
  const words = sentence(state);
  const size = 490 + pictures.size;
  const picture = await sharp({ create: { width: size, height: 20, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  pictures.set(state, picture);
  const body = `The ${words} is here.\n\n## The ${words} part\n\n![A ${words}](./pump.png)\n\n[Card](./card.csv)\n`;
  const all = {
    title: title(state),
    excerpt: `On the ${words}.`,
    cover: './pump.png',
    coverAlt: words,
    ...fields,
  };
  const thread = threadFile({ title: words, comments: [aRemark(state, { body: `A ${words} remark.` })] });
  return {
    [`posts/${state}-post/index.md`]: post(all, body),
    [`posts/${state}-post/pump.png`]: picture,
    [`posts/${state}-post/card.csv`]: `a,${words}\n`,
    [`threads/${state}-post.json`]: JSON.stringify(thread),
  };
}

/** A discussion that stands by itself, with a canary in everything that is somebody's words. */
function question(number: number, state: string, category: { name: string; answerable: boolean }): Files {
  const words = sentence(state);
  const thread = threadFile({
    ...{ id: `D_${number}`, number, category, title: title(state), labels: ['tools'] },
    author: { login: `${state}canary`, name: `Walrus${state}canary` },
    formerTitles: [`Before ${words}`],
    body: `Who knows the ${words}?`,
    comments: [aRemark(state, { body: `A ${words} remark.` })],
  });
  return { [`threads/questions/${number}.json`]: JSON.stringify(thread) };
}

beforeAll(async () => {
  const links = states.map((state) => `- [[${state}-post]] and [there](/posts/${state}-post/)`).join('\n');
  const files: Files = {
    'groups/table.md':
      '---\nname: The table\npurpose: To talk.\nstewards: [ada]\naccess: closed\ndiscussion: Gazebocanary\n---\nAsk Ada.\n',
    ...question(90, 'asked', { name: 'gazebocanary', answerable: true }),
    ...question(91, 'heard', { name: 'Questions', answerable: true }),
    'posts/first.md': post(
      { title: 'First words', formerly: '[zeroth]', answers: '[90, 91]' },
      `Some quagmirevisiblecanary words.\n\n${links}\n- [asked](/questions/90/), [heard](/questions/91/)\n`,
    ),
    'paths/start.md':
      '---\ntitle: Start\nfor: all\noutcome: You know.\nsteps:\n  - post: first\n    because: It is first.\n' +
      states.map((state) => `  - post: ${state}-post\n    because: It is next.\n`).join('') +
      '---\nGo.\n',
    'tags.yml': `tags:\n  - slug: tools\n    label: Tools\n    description: Things.\n    pinned: [draft-post, closed-post, first]\n`,
    'redirects.yml': 'redirects:\n  /gone/: /posts/closed-post/\n  /lost/: /questions/90/\n',
    ...(await entry('visible', { formerly: '[visible-before]' })),
  };
  for (const state of states)
    Object.assign(files, await entry(state, { ...hidden[state], formerly: `[before-${state}]` }));
  blog = await createTestBlog(files);
  const build = async (out: string, cache: string, env = {}) => {
    const { code, printed } = await runWatercooler('build', { content: blog.content, out, cache }, env);
    expect(printed).toMatch(/Built \d+ pages/u);
    expect(code).toBe(0);
    return readTree(out);
  };
  published = await build(blog.out, blog.cache);
  preview = await build(`${blog.out}-preview`, blog.cache, { WATERCOOLER_PREVIEW: '1' });
  // A folder with a space in it is a folder all the same.
  again = await build(join(blog.out, '../second build/dist'), `${blog.cache}-2`);
});
afterAll(() => blog.remove());

const filesWith = (tree: Map<string, Buffer>, text: string) =>
  [...tree]
    .filter(([, bytes]) => bytes.toString('utf8').toLowerCase().includes(text.toLowerCase()))
    .map(([path]) => path);

const postsIn = (tree: Map<string, Buffer>) =>
  [...tree.keys()].flatMap((path) => /^posts\/([^/]+)\/index\.html$/u.exec(path)?.[1] ?? []).sort();

const namesOf = (tree: Map<string, Buffer>, state: string) => {
  const digest = digestOf(pictures.get(state) ?? '').slice(0, 12);
  return [...tree.keys()].filter((path) => path.includes(digest));
};

describe('the public output', () => {
  it('has the visible words where readers and search look for them', () => {
    expect(filesWith(published, sentence('visible'))).toEqual(
      expect.arrayContaining(['posts/visible-post/index.html', 'feed.xml', 'feed.json']),
    );
    expect(
      filesWith(published, sentence('visible')).filter((path) => path.endsWith('.pf_fragment')),
    ).not.toEqual([]);
    expect(namesOf(published, 'visible')).not.toEqual([]);
  });

  it.each(states)('has no byte of a post that is %s', (state) => {
    expect(filesWith(published, sentence(state))).toEqual([]);
    expect(filesWith(published, title(state))).toEqual([]);
    expect(filesWith(published, `before-${state}`)).toEqual([]);
    expect(namesOf(published, state)).toEqual([]);
    expect([...published.keys()].filter((path) => path.includes(`${state}-post`))).toEqual([]);
  });

  it('has the words of an open question where readers and search look for them', () => {
    const slug = title('heard').toLowerCase();
    expect(filesWith(published, sentence('heard'))).toEqual(
      expect.arrayContaining([
        'comments/feed.xml',
        'questions/feed.xml',
        `questions/91/${slug}/comments/feed.xml`,
        `questions/91/${slug}/index.html`,
      ]),
    );
    expect(filesWith(published, title('heard'))).toEqual(
      expect.arrayContaining(['posts/first/index.html', 'questions/index.html', 'tags/tools/index.html']),
    );
    expect(
      filesWith(published, sentence('heard')).filter((path) => path.endsWith('.pf_fragment')),
    ).toHaveLength(1);
  });

  it.each(['published', 'preview'])('has no byte of what was asked in a closed group, when %s', (which) => {
    const tree = which === 'published' ? published : preview;
    for (const words of [sentence('asked'), 'askedcanary', 'gazebocanary', '/questions/90'])
      expect(filesWith(tree, words)).toEqual([]);
    expect([...tree.keys()].filter((path) => path.startsWith('questions/90'))).toEqual([]);
  });

  it('names a hidden post only where a visible post wrote its name, without a link', () => {
    for (const state of states) {
      const places = filesWith(published, `${state}-post`);
      expect(
        places.filter(
          (path) => !/^(?:posts\/first\/|feed|authors\/|tags\/|index|pagefind\/|posts\/index)/u.test(path),
        ),
      ).toEqual([]);
      expect(filesWith(published, `/posts/${state}-post/`)).toEqual([]);
    }
  });

  it('has a page for each visible post and old name, and no others', () => {
    expect(postsIn(published)).toEqual(['first', 'visible-before', 'visible-post', 'zeroth']);
  });

  it('redirects nobody to a hidden post', () => {
    expect(JSON.parse(published.get('redirects.json')?.toString() ?? '')).toEqual({
      '/posts/visible-before/': '/posts/visible-post/',
      '/posts/zeroth/': '/posts/first/',
      '/questions/91/': `/questions/91/${title('heard').toLowerCase()}/`,
      [`/questions/91/before-${sentence('heard')}/`]: `/questions/91/${title('heard').toLowerCase()}/`,
    });
  });
});

describe('a preview', () => {
  const marks: Record<Exclude<State, 'closed'>, string> = {
    draft: 'Draft',
    scheduled: 'Scheduled',
    expired: 'Expired',
  };

  it.each(Object.entries(marks))('has the %s post, marked "%s"', (state, mark) => {
    const html = preview.get(`posts/${state}-post/index.html`)?.toString() ?? '';
    expect(html).toContain(sentence(state));
    expect(html).toMatch(new RegExp(`callout-title[^>]*>\\s*${mark}\\s*<`, 'u'));
    expect(namesOf(preview, state)).not.toEqual([]);
  });

  it('has no byte of the closed post', () => {
    expect(filesWith(preview, sentence('closed'))).toEqual([]);
    expect(filesWith(preview, title('closed'))).toEqual([]);
    expect(namesOf(preview, 'closed')).toEqual([]);
  });

  it('marks no published post', () => {
    expect(preview.get('posts/visible-post/index.html')?.toString()).not.toMatch(
      /callout-title[^>]*>\s*(?:Draft|Scheduled|Expired)\s*</u,
    );
  });
});

describe('a cold build', () => {
  it('gives the same bytes each time, wherever it is written', () => {
    expect([...again.keys()]).toEqual([...published.keys()]);
    const different = [...published].filter(([path, bytes]) => again.get(path)?.equals(bytes) !== true);
    expect(different.map(([path]) => path)).toEqual([]);
  });
});
