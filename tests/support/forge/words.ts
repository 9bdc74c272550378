import { createHash } from 'node:crypto';
import type { Chance } from './random.ts';

const openings = [
  'I tried this on Tuesday and it worked, apart from the second step.',
  'We do the same on night shift, only with a shorter list.',
  'Has anybody measured how long this takes the first time?',
  'Thank you, this saved me an afternoon.',
  'The link to the form is the old one, by the way.',
];
const extras = [
  '@hana-sato, you know more about this than I do.',
  '- [x] read the page\n- [ ] try it\n- [ ] tell the crew',
  '```sh\nternctl log --since yesterday | grep drift\n```',
  '| Step | Minutes |\n| --- | ---: |\n| Read | 4 |\n| Do | 11 |',
  '> Only if the valve is shut.\n\nIs that still so?',
  'Good :tada: 🎉',
  '![The panel](https://user-images.githubusercontent.com/1/panel.png)',
  'https://github.com/user-attachments/assets/5f3a0f7e-0000-4000-8000-000000000001',
  `Donaudampfschifffahrts${'gesellschafts'.repeat(9)}kapitän`,
  'Line one  \nLine two\r\nLine three',
  '<details><summary>The whole log</summary>\n\n1 < 2 & 3 > 2\n\n</details>',
];

/** Something a person could say; never twice the same, so that a mix-up of two remarks shows. */
export function someWords(chance: Chance, mark: number): string {
  const said = [`${chance.pick(openings)} (${mark})`];
  while (chance.happens(0.35)) said.push(chance.pick(extras));
  return said.join('\n\n');
}

/** The opening of a thread that the comment widget made for a post: found again by the digest of the thread key. */
export function widgetBody(key: string, site = 'https://watercooler.kestrelquay.example'): string {
  const digest = createHash('sha1').update(key).digest('hex');
  const address = `${site}/posts/${key}/`;
  return `# ${key}\n\nWhat the post is about, in one sentence.\n\n[${address}](${address})\n\n<!-- sha1: ${digest} -->`;
}

/** Not GitHub's rendering: enough of it that a body and its HTML can be told apart. */
export function rendered(markdown: string): string {
  const escaped = markdown
    .replaceAll(/<!--.*?-->/gsu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return escaped
    .split(/\r?\n\r?\n/u)
    .filter((block) => block.trim() !== '')
    .map((block) => `<p dir="auto">${block}</p>`)
    .join('\n');
}
