import { addresses } from './addresses.ts';
import { beside, pairs, sparks, type Vector } from './vector.ts';

/** Markdown that leads to an address. */
const links: Vector[] = [
  (url) => `[x](${url})`,
  (url) => `[x](<${url}>)`,
  (url) => `[x][r]\n\n[r]: ${url}`,
  (url) => `[x]\n\n[x]: <${url}> "title"`,
  (url) => `![x](${url})`,
  (url) => `![x][p]\n\n[p]: ${url} 'title'`,
  (url) => `[![x](${url})](${url})`,
  (url) => `<${url}>`,
];

const otherLinks: Vector[] = [
  (url) => `[[${url}]]`,
  (url) => `[[${url}|x]]`,
  (url) => `[[first#${url}]]`,
  (url) => `www.evil.example/${url}`,
  (url) => `https://evil.example/${url}`,
  (url) => `mailto:${url}@evil.example`,
  (url) => `| [x](${url}) |\n|---|\n| <${url}> |`,
  (url) => `- [ ] [x](${url})`,
  (url) => `> [!NOTE]\n> [x](${url})`,
  (url) => `## [x](${url})`,
  (url) => `x[^1]\n\n[^1]: [y](${url})`,
  (url) => `[x](https://youtu.be/${url})`,
  (url) => `[x]( ${url} "${url}" )`,
  (url) => `**[x](${url})**\n\n[x]:${url}`,
];

/** Markdown that carries HTML, or what becomes HTML once a quote or a bracket is lost. */
const carriers: Vector[] = [
  (spark) => `> ${spark}`,
  (spark) => `- a\n\n  ${spark}`,
  (spark) => `## ${spark}`,
  (spark) => `${spark}\n===`,
  (spark) => `| ${spark} | a |\n|:--|--:|\n| b | ${spark} |`,
  (spark) => `- [x] ${spark}`,
  (spark) => `> [!WARNING]\n> ${spark}`,
  (spark) => `> [!${spark}]\n> a`,
  (spark) => `[^${spark.replaceAll(' ', '/')}]\n\n[^${spark.replaceAll(' ', '/')}]: ${spark}`,
  (spark) => `a[^n]\n\n[^n]: ${spark}`,
  (spark) => `a[^"><x]\n\n[^"><x]: ${spark}`,
  (spark) => `[[${spark}]]`,
  (spark) => `[[first|${spark}]]`,
  (spark) => `[[first#">${spark}]]`,
  (spark) => `\`\`\`${spark.replaceAll('`', '')}\na\n\`\`\``,
  (spark) => `\`\`\`">${spark}\na\n\`\`\``,
  (spark) => `\`\`\`js title="${spark}"\n${spark}\n\`\`\``,
  (spark) => `~~~html title='">${spark}'\n${spark}\n~~~`,
  (spark) => `\`\`\`\`\n\`\`\`\n${spark}\n\`\`\`\n`,
  (spark) => `    ${spark}`,
  (spark) => `\t${spark}\n${spark}`,
  (spark) => `\`${spark}\``,
  (spark) => `\`\`a\`${spark}`,
  (spark) => `[${spark}](https://evil.example/)`,
  (spark) => `[a](https://evil.example/"${spark.replaceAll(' ', '/')}")`,
  (spark) => `[a](https://evil.example/ "\\"${spark}")`,
  (spark) => `[a](https://evil.example/ '">${spark}')`,
  (spark) => `![${spark}](./pump.webp)`,
  (spark) => `![a"${spark}](./pump.webp "a\\">${spark}")`,
  (spark) => `[a]: https://evil.example/ "${spark}"\n[a]`,
  (spark) => `[${spark}]: https://evil.example/\n\n[${spark}]`,
  (spark) => `<https://evil.example/">${spark}>`,
  (spark) => `https://evil.example/">${spark}`,
  (spark) => `<a@evil.example">${spark}>`,
  (spark) => `\\${spark}`,
  (spark) => `\\\\${spark}`,
  (spark) => `*${spark}*__${spark}__~~${spark}~~`,
  (spark) => `a  \n${spark}\\\nb`,
  (spark) => `<div>\n\n${spark}\n\n</div>`,
  (spark) => `<details><summary>${spark}</summary>\n\n${spark}\n\n</details>`,
  (spark) => `<p markdown="1">${spark}</p>`,
  (spark) => `<kbd>${spark}<kbd>`,
  (spark) => `<div class="callout" data-type="x\n${spark}">\n\na`,
  (spark) => spark.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (spark) => spark.replaceAll('<', '&#60;').replaceAll('>', '&#x3E;'),
  (spark) => spark.replaceAll('<', '\\<'),
  (spark) => spark.replace(' ', '\n').replace('=', '\n=\n'),
  (spark) => `1. ${spark}\n   - > ${spark}`,
  (spark) => `***\n${spark}\n***`,
  (spark) => `import x from 'y'\n\n<Callout title={x}>${spark}</Callout>`,
  (spark) => `<Figure src="./pump.webp" alt="${spark}" caption='${spark}' />`,
  (spark) => `<Callout title="a">\n\n${spark}\n\n</Callout>`,
  (spark) => `{/* ${spark} */}\n\n<>${spark}</>`,
  (spark) => `---\ntitle: ${spark}\n---`,
];

/** Attacks that are Markdown, or that go through its syntax. */
export const markdownVectors: Vector[] = [
  ...pairs(links, addresses).map(
    ([link, address]): Vector =>
      (code) =>
        link(address(code)),
  ),
  ...beside([...otherLinks, ...otherLinks, ...otherLinks, ...otherLinks], addresses).map(
    ([link, address]): Vector =>
      (code) =>
        link(address(code)),
  ),
  ...pairs(carriers, sparks).map(
    ([carrier, spark]): Vector =>
      (code) =>
        carrier(spark(code)),
  ),
  (code) => `{${code}}`,
  (code) => `<Callout title={${code}}>x</Callout>`,
  (code) => `export const x = ${code}\n\n{x}`,
  (code) => `<b {...${code}}>x</b>`,
  (code) => `<div set:html="<img src=x onerror=${code}>" dangerouslySetInnerHTML={{__html: ${code}}} />`,
];
