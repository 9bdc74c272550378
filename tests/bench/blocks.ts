import type { Random } from './random.ts';
import { phrase, sentence, sentences, topicWord } from './words.ts';

/** Makes one block of Markdown. */
export type Block = (random: Random) => string;

const lines = (random: Random, least: number, most: number, make: (index: number) => string) =>
  Array.from({ length: random.between(least, most) }, (_, index) => make(index)).join('\n');

export const paragraph: Block = (random) => sentences(random, 3, 7);

export const list: Block = (random) => {
  const numbered = random.chance(0.35);
  return lines(random, 3, 8, (index) => `${numbered ? `${index + 1}.` : '-'} ${sentence(random)}`);
};

export const tasks: Block = (random) =>
  lines(random, 3, 6, () => `- [${random.chance(0.4) ? 'x' : ' '}] ${sentence(random)}`);

export const quotation: Block = (random) => `> ${sentences(random, 1, 3)}`;

export const alert: Block = (random) =>
  `> [!${random.pick(['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'])}]\n> ${sentences(random, 1, 2)}`;

export const table: Block = (random) => {
  const columns = random.between(2, 5);
  const row = (cell: () => string) => `| ${Array.from({ length: columns }, cell).join(' | ')} |`;
  return [
    row(() => phrase(random, 1, 2)),
    row(() => random.pick(['---', '---', '---:', ':---'])),
    lines(random, 3, 12, () =>
      row(() => (random.chance(0.3) ? String(random.between(1, 9_999)) : phrase(random, 1, 4))),
    ),
  ].join('\n');
};

export const code: Block = (random) => {
  const [language, line] = random.pick(languages);
  return `\`\`\`${language}\n${lines(random, 4, 24, () => line(random))}\n\`\`\``;
};

const number = (random: Random) => String(random.between(0, 999));
const string = (random: Random) => `'${topicWord(random)} ${topicWord(random)}'`;

const languages: readonly (readonly [string, Block])[] = [
  [
    'ts',
    (r) =>
      `const ${topicWord(r)}: string[] = ${topicWord(r)}(${string(r)}, ${number(r)}); // ${topicWord(r)}`,
  ],
  [
    'python',
    (r) => `def ${topicWord(r)}(${topicWord(r)}, ${topicWord(r)}=${number(r)}): return ${string(r)}`,
  ],
  [
    'bash',
    (r) =>
      `${topicWord(r)} --${topicWord(r)}=${number(r)} "$${topicWord(r)}" | grep ${string(r)} # ${topicWord(r)}`,
  ],
  [
    'sql',
    (r) => `SELECT ${topicWord(r)}, count(*) FROM ${topicWord(r)} WHERE ${topicWord(r)} > ${number(r)};`,
  ],
  ['json', (r) => `{ "${topicWord(r)}": ${number(r)}, "${topicWord(r)}": ["${topicWord(r)}", null, true] }`],
  ['yaml', (r) => `${topicWord(r)}: { ${topicWord(r)}: ${number(r)}, ${topicWord(r)}: "${topicWord(r)}" }`],
  [
    'go',
    (r) => `${topicWord(r)}, err := ${topicWord(r)}.New("${topicWord(r)}", ${number(r)}) // ${topicWord(r)}`,
  ],
  [
    'css',
    (r) => `.${topicWord(r)} > .${topicWord(r)}:hover { margin: ${number(r)}px; color: #${number(r)}abc; }`,
  ],
  ['text', (r) => `${topicWord(r)} ${number(r)} ${topicWord(r)} ${topicWord(r)}`],
];
