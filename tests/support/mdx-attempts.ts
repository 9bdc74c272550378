/** An attempt to run code from the body of an `.mdx` post, or to write what only code or an engine may write. */
export interface Attempt {
  what: string;
  /** Where the first refusal stands in the body, and its rule. */
  refused: `${number}:${number} ${string}`;
  body: string;
}

/** The sentence that no page and no log may ever hold. Builds get it in the environment and in a file beside `content`. */
export const canary = 'The canary sings in the cellar.';

// What an attempt would show if it worked.
const env = 'process.env.WATERCOOLER_CANARY';
const file = '../../canary.txt';

const quiz = (inside: string) =>
  `<Quiz id="a" question="Q?">\n\n<Option>A</Option>\n<Option correct>B</Option>\n${inside}\n\n</Quiz>`;

/** Every one of them is refused, by whoever sees it first. */
export const attempts: Attempt[] = [
  // Imports
  { what: 'import a default', refused: '1:1 mdx-code', body: `import canary from '${file}?raw'\n\n{canary}` },
  { what: 'import an address', refused: '1:1 mdx-code', body: `import canary from '${file}?url'\n\nText` },
  { what: 'import for its side effect', refused: '1:1 mdx-code', body: `import '${file}'\n\nText` },
  { what: 'import names', refused: '1:1 mdx-code', body: `import { readFileSync } from 'node:fs'\n\nText` },
  { what: 'import a namespace', refused: '1:1 mdx-code', body: `import * as fs from 'node:fs'\n\nText` },
  {
    what: 'import with attributes',
    refused: '1:39 mdx-code',
    body: `import canary from '${file}' with { type: 'text' }\n\nText`,
  },
  {
    what: 'import a page of the engine',
    refused: '1:1 mdx-code',
    body: `import Page from '../../src/pages/index.astro'\n\n<Page />`,
  },
  {
    what: 'import through a data address',
    refused: '1:1 mdx-code',
    body: `import 'data:text/javascript,console.log(${env})'\n\nText`,
  },
  {
    what: 'import on several lines',
    refused: '1:1 mdx-code',
    body: `import {\n  readFileSync,\n} from 'node:fs'\n\nText`,
  },
  {
    what: 'import after words',
    refused: '3:1 mdx-code',
    body: `Text\n\nimport canary from '${file}?raw'\n\nText`,
  },
  {
    what: 'import after many empty lines',
    refused: '5:1 mdx-code',
    body: `\n\n\n\nimport canary from '${file}?raw'\n`,
  },
  {
    what: 'import behind a remark',
    refused: '3:1 mdx-code',
    body: `{/* harmless */}\n\nimport canary from '${file}?raw'\n`,
  },
  { what: 'import that does not parse', refused: '3:1 mdx-code', body: `import canary from\n\nText` },
  {
    what: 'import with Windows line endings',
    refused: '3:1 mdx-code',
    body: `Text\r\n\r\nimport canary from '${file}?raw'\r\n`,
  },
  {
    what: 'import with the line endings of old Macs',
    refused: '3:1 mdx-code',
    body: `Text\r\rimport canary from '${file}?raw'\r`,
  },
  {
    what: 'import behind a byte order mark',
    refused: '1:1 mdx-code',
    body: `\uFEFFimport canary from '${file}?raw'\n\n{canary}`,
  },
  {
    what: 'an expression after a false import, behind a sign without width',
    refused: '3:1 mdx-code',
    body: `\u200Bimport canary from '${file}?raw'\n\n{canary}`,
  },
  {
    what: 'an expression after a false import, with a no-break space',
    refused: '3:1 mdx-code',
    body: `import\u00A0canary from '${file}?raw'\n\n{canary}`,
  },
  {
    what: 'an expression after a line separator',
    refused: '3:1 mdx-code',
    body: `Text\u2028import canary from '${file}?raw'\n\n{canary}`,
  },
  { what: 'import dynamically', refused: '1:1 mdx-code', body: `{await import('${file}?raw')}` },
  {
    what: 'import dynamically at the top',
    refused: '1:1 mdx-code',
    body: `export const canary = await import('${file}?raw')\n\nText`,
  },
  {
    what: 'import by the meta object',
    refused: '1:1 mdx-code',
    body: `{import.meta.glob('../../*.txt', { query: '?raw', eager: true })}`,
  },
  {
    what: 'read the environment by the meta object',
    refused: '1:1 mdx-code',
    body: `{JSON.stringify(import.meta.env)}`,
  },
  // Exports
  { what: 'export a constant', refused: '1:1 mdx-code', body: `export const canary = ${env}\n\nText` },
  {
    what: 'export a layout',
    refused: '1:1 mdx-code',
    body: `export default function Layout() { return ${env} }\n\nText`,
  },
  { what: 'export a default expression', refused: '1:1 mdx-code', body: `export default ${env}\n\nText` },
  {
    what: 'export a function',
    refused: '1:1 mdx-code',
    body: `export function canary() { return ${env} }\n\nText`,
  },
  {
    what: 'export a class',
    refused: '1:1 mdx-code',
    body: `export class Canary { static value = ${env} }\n\nText`,
  },
  {
    what: 'export names again',
    refused: '1:1 mdx-code',
    body: `export { readFileSync } from 'node:fs'\n\nText`,
  },
  { what: 'export everything again', refused: '1:1 mdx-code', body: `export * from 'node:fs'\n\nText` },
  {
    what: 'export getStaticPaths',
    refused: '1:1 mdx-code',
    body: `export const getStaticPaths = () => [{ params: { slug: ${env} } }]\n\nText`,
  },
  { what: 'export prerender', refused: '1:1 mdx-code', body: `export const prerender = false\n\nText` },
  {
    what: 'export components',
    refused: '1:1 mdx-code',
    body: `export const components = { p: 'script' }\n\nText`,
  },
  {
    what: 'export frontmatter',
    refused: '1:1 mdx-code',
    body: `export const frontmatter = { layout: '${file}' }\n\nText`,
  },
  {
    what: 'export with letters written as codes',
    refused: '1:1 mdx-code',
    body: `export const \\u0061 = ${env}\n\nText`,
  },
  // Expressions
  { what: 'an expression in a line', refused: '1:6 mdx-code', body: `Text {${env}} text` },
  { what: 'an expression of its own', refused: '1:1 mdx-code', body: `{${env}}` },
  { what: 'an expression on several lines', refused: '1:1 mdx-code', body: `{\n  ${env}\n}` },
  { what: 'a template literal', refused: '1:1 mdx-code', body: `{\`\${${env}}\`}` },
  { what: 'a tagged template', refused: '1:1 mdx-code', body: '{String.raw`\\u0061`}' },
  { what: 'a function that is called at once', refused: '1:1 mdx-code', body: `{(() => ${env})()}` },
  { what: 'a constructor', refused: '1:1 mdx-code', body: `{new Function('return ${env}')()}` },
  { what: 'eval written with codes', refused: '1:1 mdx-code', body: `{\\u0065val('${env}')}` },
  {
    what: 'the global object',
    refused: '1:1 mdx-code',
    body: `{globalThis['process']['env']['WATERCOOLER_CANARY']}`,
  },
  { what: 'a harmless number', refused: '1:1 mdx-code', body: `{1}` },
  { what: 'a harmless text', refused: '1:1 mdx-code', body: `{'words'}` },
  { what: 'an object', refused: '1:1 mdx-code', body: `{{}}` },
  { what: 'JSX inside an expression', refused: '1:1 mdx-code', body: `{<script>{${env}}</script>}` },
  { what: 'the properties of the document', refused: '1:1 mdx-code', body: `{props.canary}` },
  { what: 'the components of the document', refused: '1:1 mdx-code', body: `{_components.p}` },
  { what: 'await', refused: '1:1 mdx-code', body: `{await Promise.resolve(${env})}` },
  { what: 'a spread child', refused: '1:5 mdx-code', body: `<b>{...[${env}]}</b>` },
  { what: 'code behind a remark', refused: '1:1 mdx-code', body: `{/* harmless */ ${env}}` },
  { what: 'code before a remark', refused: '1:1 mdx-code', body: `{${env} /* harmless */}` },
  { what: 'code on the line below a remark', refused: '1:1 mdx-code', body: `{// harmless\n${env}}` },
  { what: 'code between two remarks', refused: '1:1 mdx-code', body: `{/* a */${env}/* b */}` },
  { what: 'a remark that ends early', refused: '1:17 mdx-code', body: `{/* harmless */}{${env}}{/* */}` },
  { what: 'a remark that HTML would hide', refused: '1:2 mdx-syntax', body: `<!-- {${env}} -->` },
  {
    what: 'a remark of HTML around an import',
    refused: '1:2 mdx-syntax',
    body: `<!--\n\nimport '${file}'\n\n-->`,
  },
  { what: 'an expression that never ends', refused: '1:37 mdx-code', body: `Text {${env}` },
  { what: 'a brace too many', refused: '1:13 mdx-code', body: `Text } text {${env}}` },
  { what: 'an expression that does not parse', refused: '1:34 mdx-code', body: `{${env} +}` },
  // Inside Markdown
  { what: 'an expression in a list', refused: '2:3 mdx-code', body: `- One\n- {${env}}` },
  {
    what: 'an expression in a nested list',
    refused: '3:8 mdx-code',
    body: `- One\n  1. Two\n     - {${env}}`,
  },
  {
    what: 'an import in a list',
    refused: '5:3 mdx-code',
    body: `- One\n\n  import canary from '${file}?raw'\n\n  {canary}`,
  },
  { what: 'an expression in a quotation', refused: '1:3 mdx-code', body: `> {${env}}` },
  { what: 'an expression in an alert', refused: '2:3 mdx-code', body: `> [!NOTE]\n> {${env}}` },
  {
    what: 'an expression in the head of a table',
    refused: '1:3 mdx-code',
    body: `| {${env}} |\n| --- |\n| a |`,
  },
  { what: 'an expression in a cell', refused: '3:3 mdx-code', body: `| a |\n| --- |\n| {${env}} |` },
  { what: 'an expression in a heading', refused: '1:4 mdx-code', body: `## {${env}}` },
  { what: 'an expression in an underlined heading', refused: '1:1 mdx-code', body: `{${env}} words\n---` },
  { what: 'an expression in a link', refused: '1:2 mdx-code', body: `[{${env}}](https://blog.example/)` },
  { what: 'an expression in a footnote', refused: '3:7 mdx-code', body: `One[^a].\n\n[^a]: {${env}}` },
  {
    what: 'an import in a footnote',
    refused: '7:5 mdx-code',
    body: `One[^a].\n\n[^a]: Two\n\n    import '${file}'\n\n    {1}`,
  },
  { what: 'an expression in a task', refused: '1:7 mdx-code', body: `- [ ] {${env}}` },
  { what: 'an expression in emphasis', refused: '1:3 mdx-code', body: `**{${env}}**` },
  { what: 'an expression in struck words', refused: '1:3 mdx-code', body: `~~{${env}}~~` },
  { what: 'an expression beside a wiki link', refused: '1:20 mdx-code', body: `[[names-that-sort]]{${env}}` },
  { what: 'an expression after code', refused: '1:7 mdx-code', body: `\`code\`{${env}}` },
  { what: 'an expression after a fence', refused: '4:1 mdx-code', body: `\`\`\`js\ncode\n\`\`\`\n{${env}}` },
  { what: 'an expression 25 quotations deep', refused: '1:51 mdx-code', body: `${'> '.repeat(25)}{${env}}` },
  {
    what: 'an expression 60 elements deep',
    refused: '1:181 mdx-code',
    body: `${'<b>'.repeat(60)}{${env}}${'</b>'.repeat(60)}`,
  },
  // Components and elements
  {
    what: 'an expression in a component',
    refused: '3:1 mdx-code',
    body: `<Callout>\n\n{${env}}\n\n</Callout>`,
  },
  {
    what: 'an expression in a line of a component',
    refused: '1:10 mdx-code',
    body: `<Callout>{${env}}</Callout>`,
  },
  {
    what: 'an import in a component',
    refused: '3:1 mdx-code',
    body: `<Callout>\n\nimport canary from '${file}?raw'\n\n{canary}\n\n</Callout>`,
  },
  {
    what: 'an expression in a tab',
    refused: '4:1 mdx-code',
    body: `<Tabs>\n<Tab label="A">\n\n{${env}}\n\n</Tab>\n</Tabs>`,
  },
  { what: 'an expression in an option', refused: '5:9 mdx-code', body: quiz(`<Option>{${env}}</Option>`) },
  {
    what: 'an expression in an explanation',
    refused: '5:14 mdx-code',
    body: quiz(`<Explanation>{${env}}</Explanation>`),
  },
  {
    what: 'an expression in an attribute',
    refused: '1:10 mdx-prop',
    body: `<Callout title={${env}}>\n\nText\n\n</Callout>`,
  },
  {
    what: 'a text in braces in an attribute',
    refused: '1:10 mdx-prop',
    body: `<Callout title={'words'}>\n\nText\n\n</Callout>`,
  },
  {
    what: 'a template literal in an attribute',
    refused: '1:10 mdx-prop',
    body: `<Callout title={\`\${${env}}\`}>\n\nText\n\n</Callout>`,
  },
  {
    what: 'an element in an attribute',
    refused: '1:16 mdx-syntax',
    body: `<Callout title=<b>x</b>>\n\nText\n\n</Callout>`,
  },
  {
    what: 'spread attributes',
    refused: '1:10 mdx-code',
    body: `<Callout {...${env}}>\n\nText\n\n</Callout>`,
  },
  {
    what: 'spread attributes of an element',
    refused: '1:4 mdx-code',
    body: `<b {...{ onclick: ${env} }}>x</b>`,
  },
  {
    what: 'a remark among attributes',
    refused: '1:11 mdx-code',
    body: `<Callout {/* harmless */}>\n\nText\n\n</Callout>`,
  },
  {
    what: 'an expression in an attribute of an element',
    refused: '1:4 mdx-prop',
    body: `<b title={${env}}>x</b>`,
  },
  { what: 'an expression in a picture', refused: '1:9 mdx-prop', body: `<Figure src={'${file}'} alt="x" />` },
  {
    what: 'an event handler of an element',
    refused: '1:4 mdx-prop',
    body: `<b onclick={() => ${env}}>x</b>`,
  },
  { what: 'an event handler as a text', refused: '1:4 mdx-prop', body: `<b onclick="alert(1)">x</b>` },
  { what: 'a style as a text', refused: '1:4 mdx-prop', body: `<b style="background: url(x)">x</b>` },
  {
    what: 'a value that a tree could take for a node',
    refused: '1:5 mdx-prop',
    body: `<li value="<script>alert(1)</script>">x</li>`,
  },
  { what: 'a script', refused: '1:1 mdx-component', body: `<script>{\`\${${env}}\`}</script>` },
  {
    what: 'a script from elsewhere',
    refused: '1:1 mdx-component',
    body: `<script src="https://evil.example/x.js"></script>`,
  },
  {
    what: 'a style',
    refused: '1:1 mdx-component',
    body: `<style>{\`p { background: url(\${${env}}) }\`}</style>`,
  },
  {
    what: 'a frame',
    refused: '1:1 mdx-component',
    body: `<iframe srcdoc="<script>alert(1)</script>"></iframe>`,
  },
  { what: 'an image with a handler in SVG', refused: '1:1 mdx-component', body: `<svg onload="alert(1)" />` },
  { what: 'an object of the web', refused: '1:1 mdx-component', body: `<object data="${file}" />` },
  { what: 'set:html', refused: '1:1 mdx-component', body: `<Fragment set:html={${env}} />` },
  { what: 'set:html on an element', refused: '1:4 mdx-prop', body: `<b set:html={${env}}></b>` },
  {
    what: 'set:html as a text',
    refused: '1:4 mdx-prop',
    body: `<b set:html="<script>alert(1)</script>"></b>`,
  },
  { what: 'set:text', refused: '1:4 mdx-prop', body: `<b set:text={${env}}></b>` },
  { what: 'is:raw', refused: '1:4 mdx-prop', body: `<b is:raw>{${env}}</b>` },
  { what: 'is:raw alone', refused: '1:4 mdx-prop', body: `<b is:raw>x</b>` },
  { what: 'is:inline', refused: '1:1 mdx-component', body: `<script is:inline>alert(1)</script>` },
  {
    what: 'client:load on a component',
    refused: '1:10 mdx-prop',
    body: `<Callout client:load>\n\nText\n\n</Callout>`,
  },
  { what: 'client:only on an element', refused: '1:4 mdx-prop', body: `<b client:only="react">x</b>` },
  { what: 'server:defer', refused: '1:10 mdx-prop', body: `<Callout server:defer>\n\nText\n\n</Callout>` },
  { what: 'define:vars', refused: '1:4 mdx-prop', body: `<b define:vars={{ canary: ${env} }}>x</b>` },
  { what: 'transition:name', refused: '1:4 mdx-prop', body: `<b transition:name="x">x</b>` },
  {
    what: 'slot on a component',
    refused: '1:10 mdx-prop',
    body: `<Callout slot="head">\n\nText\n\n</Callout>`,
  },
  { what: 'slot on an element', refused: '1:4 mdx-prop', body: `<b slot="head">x</b>` },
  { what: 'the slot element', refused: '1:1 mdx-component', body: `<slot name="head" />` },
  { what: 'Astro.self', refused: '1:1 mdx-component', body: `<Astro.self />` },
  { what: 'Astro.slots', refused: '1:1 mdx-component', body: `<Astro.slots.render />` },
  { what: 'a member of an object', refused: '1:1 mdx-component', body: `<Foo.Bar />` },
  { what: 'a member of a component', refused: '1:1 mdx-component', body: `<Callout.constructor />` },
  { what: 'the properties as a component', refused: '1:1 mdx-component', body: `<props.canary />` },
  { what: 'a fragment', refused: '1:1 mdx-component', body: `<>{${env}}</>` },
  { what: 'a fragment by its name', refused: '1:1 mdx-component', body: `<Fragment>{${env}}</Fragment>` },
  { what: 'a namespaced name', refused: '1:1 mdx-component', body: `<svg:script />` },
  {
    what: 'a namespaced attribute',
    refused: '1:4 mdx-prop',
    body: `<b xlink:href="javascript:alert(1)">x</b>`,
  },
  { what: 'a name of a prototype', refused: '1:1 mdx-component', body: `<constructor />` },
  {
    what: 'a name with a letter that only looks like one',
    refused: '1:1 mdx-component',
    body: `<Саllout>x</Саllout>`,
  },
  { what: 'a component of Astro', refused: '1:1 mdx-component', body: `<Code code="x" lang="js" />` },
  { what: 'the content of another post', refused: '1:1 mdx-component', body: `<Content />` },
  { what: 'a custom element', refused: '1:1 mdx-component', body: `<wc-slot data-number="0">x</wc-slot>` },
  {
    what: 'an attribute that is unknown',
    refused: '1:10 mdx-prop',
    body: `<Callout dangerouslySetInnerHTML="x">\n\nText\n\n</Callout>`,
  },
  {
    what: 'a layout among the attributes',
    refused: '1:10 mdx-prop',
    body: `<Callout layout="${file}">\n\nText\n\n</Callout>`,
  },
  { what: 'a second frontmatter', refused: '5:1 mdx-code', body: `---\nlayout: ${file}\n---\n\n{${env}}` },
  {
    what: 'an address that runs code, in a component',
    refused: '1:8 mdx-prop',
    body: `<Video href="javascript:alert(1)" title="x" />`,
  },
  { what: 'a tag that never ends', refused: '3:33 mdx-syntax', body: `<Callout title="x\n\n{${env}}` },
];

interface FileAttempt {
  what: string;
  /** Where the gate refuses it; undefined when the gate takes what is dangerous away. */
  refused?: `${number}:${number} ${string}`;
  file: string;
}

/** Attempts that need the whole file: Astro reads frontmatter in more ways than the check does, and obeys `layout`. */
export const fileAttempts: FileAttempt[] = [
  { what: 'a layout', file: `---\ntitle: x\nlayout: ${file}\n---\n\nText\n` },
  { what: 'a layout behind a byte order mark', file: `\uFEFF---\nlayout: ${file}\n---\n\nText\n` },
  {
    what: 'a layout in a second frontmatter',
    file: `---\ntitle: x\n---\n---\nlayout: ${file}\n---\n\nText\n`,
  },
  {
    what: 'a layout behind empty frontmatter',
    refused: '2:1 malformed-yaml',
    file: `---\n---\n\n---\nlayout: ${file}\n---\n\nText\n`,
  },
  { what: 'a layout with Windows line endings', file: `---\r\nlayout: ${file}\r\n---\r\n\r\nText\r\n` },
  {
    what: 'a layout in TOML',
    refused: '1:1 missing-frontmatter',
    file: `+++\nlayout = "${file}"\n+++\n\nText\n`,
  },
  {
    what: 'a layout below empty lines',
    refused: '1:1 missing-frontmatter',
    file: `\n\n---\nlayout: ${file}\n---\n\nText\n`,
  },
  {
    what: 'a layout with the line endings of old Macs',
    refused: '1:1 missing-frontmatter',
    file: `---\rlayout: ${file}\r---\r\rText\r`,
  },
  {
    what: 'frontmatter that never ends',
    refused: '1:1 unclosed-frontmatter',
    file: `---\nlayout: ${file}\n\nText\n`,
  },
  {
    what: 'frontmatter that two readers end in two places',
    refused: '3:1 malformed-yaml',
    file: `---\na: 1\n---b\nimport '${file}'\n---\n\nText\n`,
  },
  { what: 'an import without frontmatter', refused: '1:1 mdx-code', file: `import '${file}'\n\nText\n` },
  {
    what: 'an import below frontmatter',
    refused: '4:1 mdx-code',
    file: `---\ntitle: x\n---\nimport '${file}'\n`,
  },
  {
    what: 'an expression below long frontmatter',
    refused: '7:6 mdx-code',
    file: `---\na: |\n  1\n\n---\n\nText {${env}}\n`,
  },
];

/** What looks like code and is none: it is shown as it is written. */
export const harmless: { what: string; body: string; shows: string }[] = [
  { what: 'a brace behind a backslash', body: String.raw`A \{b} c`, shows: 'A {b} c' },
  { what: 'braces as entities', body: 'A &#123;b&#125; c', shows: 'A {b} c' },
  { what: 'braces in code', body: `A \`{${env}}\` c`, shows: `A {${env}} c` },
  { what: 'an import in a fence', body: `\`\`\`js\nimport a from 'a'\n\`\`\``, shows: "import a from 'a'" },
  { what: 'an import in the middle of a paragraph', body: 'We\nimport tea.', shows: 'We import tea.' },
  {
    what: 'braces in an address',
    body: `https://blog.example/{${env}}`,
    shows: `https://blog.example/{${env}}`,
  },
  { what: 'a remark', body: 'A {/* process.env */}b', shows: 'A b' },
  { what: 'a remark on lines of its own', body: 'A\n\n{/*\n  import a from "a"\n*/}\n\nb', shows: 'A\n\nb' },
  { what: 'empty braces', body: 'A {}b', shows: 'A b' },
  { what: 'dollars', body: 'A $1 and $2.', shows: 'A $1 and $2.' },
];
