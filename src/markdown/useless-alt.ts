import { isPictureFile, isVideoFile } from './file-kinds.ts';
import type { Finding } from './state.ts';

/** Words that only say that there is a picture, which everybody is told already. */
const empty = new Set([
  ...['image', 'img', 'picture', 'pic', 'photo', 'photograph', 'screenshot', 'screen shot', 'diagram'],
  ...[
    'graphic',
    'figure',
    'chart',
    'graph',
    'icon',
    'illustration',
    'drawing',
    'untitled',
    'alt',
    'alt text',
  ],
  ...['video', 'film', 'movie', 'bild', 'foto', 'grafik', 'diagramm', 'imagen', 'imagem', 'diagrama'],
]);

/** What is wrong with the words for a picture that has some; `name` is its file. */
export function uselessAlt(alt: string, name: string): Finding | undefined {
  const why = whyUseless(alt, name);
  if (why === undefined) return undefined;
  return {
    rule: 'useless-alt',
    message: `The words "${alt}" ${why}.`,
    mend: 'Write what it shows, as you would say it on the telephone.',
  };
}

function whyUseless(alt: string, name: string): string | undefined {
  const words = alt.toLowerCase();
  const file = (name.split('/').at(-1) ?? '').toLowerCase();
  if (words === file || words === file.replace(/\.[^.]*$/u, '') || isFileName(words))
    return 'are only the name of the file';
  // What cameras and screenshot programs call their files: img_1234, Screenshot 2.
  const plain = words
    .replace(/[\s\d_.:()-]+/gu, ' ')
    .trim()
    .replace(/^(?:an?|the) /u, '');
  return empty.has(plain) || /^(?:dsc|dscn|pxl|mvimg)?$/u.test(plain)
    ? 'say nothing about what there is to see'
    : undefined;
}

function isFileName(words: string): boolean {
  return !/\s/u.test(words) && (isPictureFile(words) || isVideoFile(words));
}
