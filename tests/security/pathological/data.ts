import { deflateSync, crc32 } from 'node:zlib';
import { post } from '../../support/content.ts';
import { file, longLine, manyLines, repeated, type Pathological } from './shapes.ts';

/** Frontmatter, data files, threads, and files that are no text. */
export const data: readonly Pathological[] = [
  file('one line of 5 MB', 'posts/bad.md', () => repeated('a', 5_000_000)),
  file('one line of 199 kB', 'posts/bad.md', () => post({}, repeated('a', 199_000))),
  file('a file of line breaks', 'posts/bad.md', () => repeated('\n', 199_000)),
  file('a file of zeros', 'posts/bad.md', () => new Uint8Array(199_000)),
  file('a file of wrong bytes', 'posts/bad.md', () => new Uint8Array(199_000).fill(0xff)),
  file('replacement characters before a wrong byte', 'posts/bad.md', () =>
    Buffer.concat([Buffer.from(repeated('\uFFFD', 66_000)), Buffer.from([0xff])]),
  ),
  file('frontmatter that never ends', 'posts/bad.md', () => `---\n${manyLines('a: b')}`),
  file(
    'ends of frontmatter that are none',
    'posts/bad.md',
    () => `---\n${manyLines(`---${repeated(' ', 30)}a`)}`,
  ),
  file('flow collections 10,000 deep', 'posts/bad.md', () => post({ tags: repeated('[', 9_900) })),
  file('flow collections 9,000 deep, closed', 'posts/bad.md', () =>
    post({ tags: `${repeated('[', 9_000)}${repeated(']', 9_000)}` }),
  ),
  file('flow mappings 9,000 deep', 'posts/bad.md', () =>
    post({ tags: `${repeated('{a: ', 4_500)}${repeated('}', 4_500)}` }),
  ),
  file(
    'block lists 9,000 deep in a line',
    'posts/bad.md',
    () => `---\n${repeated('- ', 9_000)}a\n---\n\na\n`,
  ),
  file(
    'block mappings a space deeper a line',
    'posts/bad.md',
    () =>
      `---\n${Array.from({ length: 600 }, (_, index) => `${repeated(' ', index)}a:`).join('\n')}\n---\n\na\n`,
  ),
  file('question marks for keys', 'posts/bad.md', () => `---\n${repeated('? ', 9_000)}a\n---\n\na\n`),
  file('thousands of fields', 'posts/bad.md', () => `---\n${manyLines((index) => `a${index}: b`)}---\n\na\n`),
  file(
    'thousands of fields in a line',
    'posts/bad.md',
    () =>
      `---\na: {${Array.from({ length: 2_500 }, (_, index) => `a${index}: b`)
        .join(', ')
        .slice(0, 19_000)}}\n---\n\na\n`,
  ),
  file('thousands of fields of the same name', 'posts/bad.md', () => `---\n${manyLines('a: b')}---\n\na\n`),
  file('thousands of authors', 'posts/bad.md', () => post({ authors: `\n${manyLines('  - ada')}` })),
  file('thousands of unknown authors', 'posts/bad.md', () =>
    post({ authors: `\n${manyLines((index) => `  - adb-${index}`)}` }),
  ),
  file('thousands of authors that are no slug', 'posts/bad.md', () =>
    post({ authors: `\n${manyLines((index) => `  - Ada ${index}`)}` }),
  ),
  file('thousands of old slugs', 'posts/bad.md', () =>
    post({ formerly: `\n${manyLines((index) => `  - old-${index}`)}` }),
  ),
  file('thousands of exceptions in a field', 'posts/bad.md', () =>
    post({ allow: `\n${manyLines('  - {rule: spelling, because: so it is}')}` }),
  ),
  file('anchors', 'posts/bad.md', () => `---\n${manyLines((index) => `a${index}: &a${index} b`)}---\n\na\n`),
  file(
    'aliases that multiply',
    'posts/bad.md',
    () =>
      `---\na0: &a0 [x, x]\n${Array.from({ length: 19 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}]`).join('\n')}\n---\n\na\n`,
  ),
  file(
    'ten lines that stand for a billion values',
    'posts/bad.md',
    () =>
      `---\na0: &a0 [x, x]\n${Array.from({ length: 9 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`).join('\n')}\ntags: [*a9, *a9]\n---\n\na\n`,
  ),
  file(
    'the same title again by alias',
    'posts/bad.md',
    () => `---\ntitle: &a ${longLine('qx ').slice(0, 19_000)}\nexcerpt: *a\n---\n\na\n`,
  ),
  file('block scalars', 'posts/bad.md', () => `---\n${manyLines((index) => `a${index}: |\n  b`)}---\n\na\n`),
  file('a folded scalar of 190 kB', 'posts/bad.md', () => `---\ntitle: >-\n${manyLines('  qx')}---\n\na\n`),
  file('a quoted scalar of escapes', 'posts/bad.md', () =>
    post({ title: `"${longLine('\\u0041').slice(0, 19_000 - (19_000 % 6))}"` }),
  ),
  file('a quoted scalar that never ends', 'posts/bad.md', () => `---\ntitle: "${manyLines('a')}---\n\na\n`),
  file('tags of YAML', 'posts/bad.md', () => `---\n${manyLines((index) => `a${index}: !!a b`)}---\n\na\n`),
  file('merge keys', 'posts/bad.md', () => `---\na: &a {b: c}\n${manyLines('<<: *a')}---\n\na\n`),
  file('directives of YAML', 'posts/bad.md', () => `---\n${manyLines('%TAG ! a')}---\n\na\n`),
  file('comments of YAML', 'posts/bad.md', () => `---\n${manyLines('# allow: spelling')}---\n\na\n`),
  file('tabs for indentation', 'posts/bad.md', () => `---\n${manyLines('\ta: b')}---\n\na\n`),
  file(
    'topics that resemble one another',
    'tags.yml',
    () =>
      `tags:\n  - {slug: tools, label: Tools, description: a}\n${manyLines((index) => `  - {slug: a${index}, label: A${index}, description: a}`)}`,
  ),
  file(
    'topics of the same name',
    'tags.yml',
    () => `tags:\n${manyLines('  - {slug: tools, label: Tools, description: a}')}`,
  ),
  file('redirects in a row', 'redirects.yml', () => manyRedirects((index) => `/a${index}/: /a${index + 1}/`)),
  file('redirects to one place', 'redirects.yml', () =>
    manyRedirects((index) => `/a${index}/: /posts/first/`),
  ),
  file(
    'clauses of a policy',
    'policy.yml',
    () => `clauses:\n${manyLines((index) => `  - {name: a${index}, clause: No., words: [qx${index}]}`)}`,
  ),
  file(
    'patterns of a policy',
    'policy.yml',
    () =>
      `clauses:\n  - name: a\n    clause: No.\n    patterns:\n${manyLines((index) => `      - 'a${index}{1,20}'`)}`,
  ),
  file('words of the blog', 'words.txt', () =>
    Array.from({ length: 190_000 }, (_, index) => `w${index}`).join('\n'),
  ),
  file('a word of the blog in thousands of parts', 'words.txt', () =>
    Array.from({ length: 9_000 }, () => repeated('a-', 90)).join('\n'),
  ),
  file(
    'steps of a path',
    'paths/bad.md',
    () =>
      `---\ntitle: A path\nfor: All\noutcome: Much\nsteps:\n${manyLines((index) => `  - {post: frist-${index}, because: so}`)}---\n\na\n`,
  ),
  file('JSON 100,000 deep', 'threads/first.json', () => repeated('[', 100_000)),
  file(
    'JSON 100,000 deep, closed',
    'threads/first.json',
    () => `${repeated('[', 100_000)}${repeated(']', 100_000)}`,
  ),
  file('JSON that is wrong at its end', 'threads/first.json', () =>
    thread(comments(20_000, () => 'a')).slice(0, -3),
  ),
  file('a thread of 20,000 comments', 'threads/first.json', () =>
    thread(comments(20_000, (index) => `Some *words* ${index}.`)),
  ),
  file('a thread of wrong comments', 'threads/first.json', () =>
    thread(comments(5_000, () => 'a')).replaceAll('"upvotes": 0', '"upvotes": "0"'),
  ),
  file('one comment of 400 kB', 'threads/first.json', () =>
    thread(comments(1, () => repeated('*a _b [c](d ', 32_000))),
  ),
  file('one comment of 20,000 lines', 'threads/first.json', () =>
    thread(comments(1, () => `> a\n${repeated('a\n', 100_000)}`)),
  ),
  file('as many comments of the worst kind as may be', 'threads/first.json', () =>
    thread(comments(19, () => `> a\n${repeated('a\n', 990)}`)),
  ),
  file('as many comments as may be', 'threads/first.json', () =>
    thread(comments(1_990, (index) => `Some *words* ${index}.`)),
  ),
  file('1,000 comments of the worst kind', 'threads/first.json', () =>
    thread(comments(1_000, (index) => `> ${index}\n${repeated('a\n', 5_000)}`)),
  ),
  file('a PNG of 20,000 by 20,000', 'posts/bad/pump.png', () => png(20_000, 20_000, 0)),
  file('a PNG of 6,000 by 6,000, all black', 'posts/bad/pump.png', () => png(6_000, 6_000, 6_000)),
  file('a PNG that says 6,000 by 6,000 and has a line', 'posts/bad/pump.png', () => png(6_000, 6_000, 1)),
  file('a PNG with a text of 400 MB', 'posts/bad/pump.png', () => pngWithText(400_000_000)),
  file('a PNG with 100,000 texts', 'posts/bad/pump.png', () => pngWithTexts(100_000)),
  file('a GIF of 10,000 pictures', 'posts/bad/pump.gif', () => gif(10_000, 100, 100)),
  file('a GIF of 1,000 pictures of 4,000 by 4,000', 'posts/bad/pump.gif', () => gif(1_000, 4_000, 4_000)),
];

function manyRedirects(line: (index: number) => string): string {
  return `redirects:\n${manyLines((index) => `  ${line(index)}`)}`;
}

const none = { hidden: null, deleted: false, upvotes: 0, reactions: {}, editedAt: null, author: null };
const copied = '2026-03-12T09:30:00Z';

function comments(count: number, text: (index: number) => string) {
  return Array.from({ length: count }, (_, index) => ({
    ...none,
    id: `c${index}`,
    url: 'https://forge.example/1',
    createdAt: copied,
    body: text(index),
    replies: [],
  }));
}

function thread(list: ReturnType<typeof comments>): string {
  return JSON.stringify(
    {
      ...{ id: 'd', number: 1, url: 'https://forge.example/1', title: 'a', poll: null, answer: null },
      ...{ copiedAt: copied, createdAt: copied, updatedAt: copied, locked: false, closed: false },
      ...{ category: { name: 'a', answerable: false }, upvotes: 0, reactions: {}, comments: list },
    },
    null,
    1,
  );
}

function chunk(type: string, content: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

function pngOf(width: number, height: number, chunks: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

/** A grey picture that says how large it is and has so many lines, all black. */
function png(width: number, height: number, lines: number): Buffer {
  return pngOf(width, height, [chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * lines)))]);
}

const dot = () => chunk('IDAT', deflateSync(Buffer.alloc(2)));

function pngWithText(size: number): Buffer {
  const text = Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(size, 97))]);
  return pngOf(1, 1, [chunk('zTXt', text), dot()]);
}

function pngWithTexts(count: number): Buffer {
  const texts = Array.from({ length: count }, (_, index) => chunk('tEXt', Buffer.from(`a${index}\0b`)));
  return pngOf(1, 1, [...texts, dot()]);
}

/** So many frames of one black dot each on a canvas. */
function gif(frames: number, width: number, height: number): Buffer {
  const size = (amount: number) => [amount & 255, amount >> 8];
  const head = [
    ...Buffer.from('GIF89a'),
    ...size(width),
    ...size(height),
    0x80,
    0,
    0,
    0,
    0,
    0,
    255,
    255,
    255,
  ];
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  return Buffer.from([...head, ...Array.from({ length: frames }, () => frame).flat(), 0x3b]);
}
