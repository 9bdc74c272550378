import { createRandom } from '../bench/random.ts';

// In a folder of git, `a.b` stands before the folder `a`, and `a0` after it.
const names = [
  ...['a', 'a.b', 'a/x', 'a/y/z', 'a-b', 'a0', 'a/x.md', 'B', 'b/a/b/a', 'deep/er/and/deep/er/file.md'],
  ...[
    'sp ace.md',
    'ü ber/ß.md',
    '日本/語.md',
    'quo"te',
    'back\\slash',
    'new\nline/tab\t',
    'not utf-8 \u00FF',
  ],
];
const many = Array.from({ length: 300 }, (_, index) => `wide/page-${(index * 37) % 300}-of-many.md`);

/**
 * A stream for `git fast-import`: commits that add, edit, delete and rename files, with and without an edit, change what may
 * be run, put folders in place of files, branch off and merge, also three branches at once, or change nothing.
 */
export function randomHistory(seed: string, commits: number, idDigits = 40): string {
  const random = createRandom(seed, 'history of folders');
  const files = new Map<string, string>();
  const written: string[] = [];
  const text = () =>
    `${`Line ${random.between(0, 9)} of a text.\n`.repeat(random.between(0, 9))}${random.next()}\n`;
  const write = (path: string, content: string, mode = '100644') => {
    files.set(path, content);
    return `M ${mode} inline ${quoted(path)}\n${data(content)}`;
  };
  const anyOf = (paths: readonly string[]) => random.pick(random.chance(0.6) ? many : paths);
  const known = () => random.pick([...files.keys(), 'a']);
  const steps: (() => string)[] = [
    () => write(anyOf(names), text()),
    () => write(known(), text()),
    () => write(known(), text()),
    () => `D ${quoted(known())}\n`,
    () => `D ${random.pick(['a', 'b', 'wide', 'ü ber', 'nothing'])}\n`,
    () => {
      const path = known();
      const content = (files.get(path) ?? text()) + (random.chance(0.5) ? 'An edit.\n' : '');
      return `D ${quoted(path)}\n${write(anyOf(names), content)}`;
    },
    () => {
      const path = known();
      return write(path, files.get(path) ?? '', random.pick(['100755', '100644', '120000']));
    },
    () => `M 160000 ${'1f'.repeat(idDigits / 2)} ${random.pick(['module', 'a/module'])}\n`,
  ];
  for (let mark = 1; mark <= commits; mark += 1) {
    const isRoot = mark === 1 || random.chance(0.02);
    const start = Math.max(1, mark - (random.chance(0.8) ? 1 : random.between(1, 8)));
    const others = random.chance(0.15) ? random.some(marksUpTo(mark - 1), random.between(1, 3)) : [];
    const merged = others.filter((other) => other !== start).map((other) => `merge :${other}\n`);
    const from = isRoot ? '' : `from :${start}\n${merged.join('')}`;
    const head = `commit refs/heads/${isRoot ? `root-${mark}` : 'main'}\nmark :${mark}\n`;
    const committer = `committer Ada Berg <ada@blog.example> ${1_700_000_000 + 60 * mark} +0000\n`;
    const changes = mark === 1 ? many.map((path) => write(path, text())) : [];
    const count = random.pick([0, 1, 1, 1, 2, 3, 8]);
    for (let index = 0; index < count; index += 1) changes.push(random.pick(steps)());
    written.push(`${head}${committer}${data(`Change ${mark}`)}${from}${changes.join('')}\n`);
  }
  const ends = random.some(marksUpTo(commits - 1), 6).map((mark) => `merge :${mark}\n`);
  const last = `committer Ada Berg <ada@blog.example> 1800000000 +0000\n${data('The last')}from :${commits}\n`;
  return `${written.join('')}commit refs/heads/main\n${last}${ends.join('')}\ndone\n`;
}

function marksUpTo(mark: number): number[] {
  return Array.from({ length: Math.max(0, mark) }, (_, index) => index + 1);
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** As git reads names in quotation marks; ÿ becomes a byte that is no UTF-8. */
function quoted(path: string): string {
  const escaped = path.replaceAll(/["\\]/gu, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
  return `"${escaped.replaceAll('\t', String.raw`\t`).replaceAll('\u00FF', String.raw`\377`)}"`;
}
