import { body, longLine, longLines, manyLines, mdx, repeated, type Pathological } from './shapes.ts';

/** Raw HTML, code for the highlighter, and components. */
export const markup: readonly Pathological[] = [
  body('signs of less', () => longLines('<')),
  body('tags that never end', () => longLines('<a ')),
  body('attributes without an end', () => longLine('<a href="')),
  body(
    'one tag with thousands of attributes',
    () => `<p ${Array.from({ length: 2_000 }, (_, index) => `a${index}=b`).join(' ')}>a</p>`,
  ),
  body('one tag with thousands of class names', () => `<p class="${longLine('a ').slice(0, 19_000)}">a</p>`),
  body('an attribute of 18 kB', () => `<p title="${repeated('a', 18_000)}">`),
  body('comments without an end', () => longLines('<!--')),
  body('comments', () => manyLines('<!-- a -->')),
  body('comments inside a line', () => longLines('a <!-- b --> ')),
  body('processing instructions', () => longLines('<?')),
  body('CDATA', () => longLines('<![CDATA[')),
  body('1,000 boxes in one another', () => repeated('<div>', 1_000)),
  body('5,000 boxes in one another', () => `${repeated('<div>', 3_900)}\n`),
  body('boxes on lines of their own', () => manyLines('<div>')),
  body('boxes between blank lines', () => manyLines('<div>\n')),
  body('bold letters that never end', () => manyLines('<b>a\n')),
  body('bold letters that never end, 5,900 of them', () =>
    manyLines((index) => (index < 590 ? `${repeated('<b>', 10)}a\n` : 'a\n')),
  ),
  body('bold, italic and link, never ended', () =>
    manyLines((index) => (index < 1_900 ? '<b><i><u>a\n' : 'a\n')),
  ),
  body('formatting that ends in the wrong order', () => longLines('<b><i></b></i>')),
  body(
    'fonts in paragraphs',
    () => `${repeated('<font size=1>', 1_400)}\n\n${manyLines('<p>a').slice(0, 20_000)}`,
  ),
  body('lists of raw HTML', () => repeated('<ol><li>', 2_400)),
  body('a table in a table', () => repeated('<table><tr><td>', 1_300)),
  body('a table with words at the wrong place', () => longLines('<table>a<tr>b')),
  body('rows of raw HTML', () => `<table>${longLine('<tr><td>a').slice(0, 19_000)}</table>`),
  body('drawings in drawings', () => longLine('<svg>')),
  body('formulas in drawings', () => longLine('<math><mi><svg><desc>')),
  body('templates in templates', () => longLine('<template>')),
  body('choices in choices', () => longLine('<select><option>')),
  body('links in raw links', () => longLine('<a href=b>')),
  body('headings of raw HTML', () => longLine('<h2>a</h2>')),
  body('dropped elements, each reported', () => longLines('<blink>a</blink> ')),
  body('dropped attributes, each reported', () => longLines('<p onclick=a>b</p> ')),
  body('ids that come twice', () => longLines('<p id=a>b</p> ')),
  body('closing tags of nothing', () => longLines('</b>')),
  body('details in details', () => repeated('<details><summary>a</summary>', 650)),
  body('plain text to the end', () => `<plaintext>${longLine('<b>').slice(0, 18_000)}`),
  ...[
    'js',
    'ts',
    'scss',
    'xml',
    'bash',
    'perl',
    'ruby',
    'php',
    'cpp',
    'csharp',
    'java',
    'swift',
    'ini',
    'graphql',
    'powershell',
  ].flatMap((language) => hardFor(language)),
  body('code in all languages, a block of two lines each', () => {
    const languages = ['js', 'ts', 'php', 'perl', 'ruby', 'swift', 'cpp', 'scss', 'xml', 'bash'];
    return manyLines(
      (index) => `\`\`\`${languages[index % languages.length] ?? ''}\nconst a = {b: [1, 2]};\n\`\`\``,
    );
  }),
  body('200 kB of code that is coloured', () =>
    manyLines((index) => (index % 400 === 0 ? `\`\`\`\n\`\`\`js` : 'const a = {b: [1,2,`${c}`]};')),
  ),
  body('one block of code of 200 kB', () => `\`\`\`js\n${manyLines('const a = {b: [1,2,`${c}`]};')}\`\`\`\n`),
  body('a code title of 19 kB', () => `\`\`\`js title="${longLine('a ').slice(0, 18_000)}"\na\n\`\`\`\n`),
  mdx('braces in braces', () => longLine('{')),
  mdx('braces in braces, closed again', () => `${repeated('{', 9_000)}1${repeated('}', 9_000)}`),
  mdx('tags in tags', () => longLine('<Callout>')),
  mdx('tags in 1,000 tags, closed again', () => `${repeated('<div>', 1_000)}a${repeated('</div>', 1_000)}`),
  mdx('tags of angle brackets', () => longLine('<')),
  mdx('attributes of 19 kB', () => `<Callout ${longLine('a="b" ').slice(0, 18_000)}>a</Callout>`),
  mdx(
    'attributes that are expressions',
    () => `<Callout type={${repeated('[', 9_000)}${repeated(']', 9_000)}}>a</Callout>`,
  ),
  mdx('components on all lines', () => manyLines('<Callout type="note">\na\n</Callout>\n')),
  mdx('unknown components on all lines', () => manyLines('<Unknown a="b" />\n')),
  mdx('quizzes', () =>
    manyLines('<Quiz question="a">\n<Option correct>b</Option>\n<Option>c</Option>\n</Quiz>\n'),
  ),
  mdx(
    'a quiz of thousands of answers',
    () => `<Quiz question="a">\n${manyLines('<Option>b</Option>')}</Quiz>\n`,
  ),
  mdx(
    'tabs in tabs',
    () => `${repeated('<Tabs>\n<Tab label="a">\n', 200)}${repeated('</Tab>\n</Tabs>\n', 200)}`,
  ),
  mdx('expressions on all lines', () => manyLines('{1}\n')),
  mdx('imports on all lines', () => manyLines('import a from "b"\n')),
  mdx('an import of 20,000 names', () => `import {${longLine('a,').slice(0, 19_000)}} from "b"\n`),
  mdx(
    'a regular expression that is not to be',
    () => `export const a = /${longLine('(a+)+').slice(0, 15_000)}/\n`,
  ),
];

/** What the grammars of languages find hard: words that may be many things, and signs that open something. */
function hardFor(language: string): Pathological[] {
  const signs = ['a', 'a ', '0', '_', 'a*', '(', '<', '"', '{', '/', '@a ', '$', '[', 'a:', 'a\n', '`'];
  const block = (sign: string, length: number) =>
    `\`\`\`${language}\n${repeated(sign, Math.floor(length / sign.length))}\n\`\`\`\n`;
  return [
    body(`code in ${language}, blocks of 20 kB`, () =>
      signs
        .slice(0, 9)
        .map((sign) => block(sign, 19_900))
        .join(''),
    ),
    body(`code in ${language}, as many of the longest blocks as are coloured`, () =>
      signs.map((sign) => block(sign, 7_990)).join(''),
    ),
    body(`code in ${language}, blocks of 1 kB`, () =>
      manyLines((index) => block(signs[index % signs.length] ?? '', 1_000).trimEnd()),
    ),
  ];
}
