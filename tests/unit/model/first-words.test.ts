import { expect, it } from 'vitest';
import { firstWords } from '../../../src/model/first-words.ts';

it.each([
  [
    '<blockquote><p>quoted</p></blockquote>\n<p><strong>Yes</strong>, see <a href="/x/">the card</a>.</p>',
    'Yes, see the card.',
  ],
  ['<pre><code>a &#x3C; b</code></pre>', ''],
  ['<p>1 &#x3C; 2 &#x26; 3</p>', '1 < 2 & 3'],
  [`<p>${'word '.repeat(60)}</p>`, `${'word '.repeat(28).trim()} …`],
  ['語'.repeat(200), `${'語'.repeat(140)} …`],
])('takes the first words of %j', (html, words) => {
  expect(firstWords(html)).toBe(words);
});
