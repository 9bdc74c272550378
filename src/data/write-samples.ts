import { renderSample, type SampleSurroundings } from '../compile/render-sample.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { postPermalink } from '../model/permalink.ts';

/** A feature of Markdown: what an author writes and what readers see, both as HTML. */
export interface Sample {
  name: string;
  title: string;
  source: string;
  result: string;
}

const picture = {
  src: '/write/water-cooler.webp',
  srcset: '/write/water-cooler.webp 960w',
  width: 960,
  height: 480,
};

/** Every feature with its source beside the result, rendered by the pipeline that renders posts. */
export function markdownSamples({ posts }: Pick<Catalogue, 'posts'>): Sample[] {
  const [post] = posts;
  const surroundings: SampleSurroundings = {
    picture,
    ...(post !== undefined && {
      post: { state: 'visible', permalink: postPermalink(post.slug), title: post.title, post: post.slug },
    }),
  };
  return sources(post?.slug).map(([name, title, source]) => ({
    name,
    title,
    source: codeBlock(`${name}-source`, source, 'markdown', 'You write'),
    result: renderSample(source, { name, surroundings }),
  }));
}

/** Source in a frame of its own, with a button that copies it. */
export function codeBlock(name: string, source: string, language: string, title?: string): string {
  const longest = Math.max(0, ...(source.match(/`+/gu) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  const head = title === undefined ? language : `${language} title="${title}"`;
  return renderSample(`${fence}${head}\n${source.trimEnd()}\n${fence}\n`, { name });
}

function sources(slug: string | undefined): Source[] {
  const toPost = `See [[${slug ?? ''}]], or [[${slug ?? ''}|the same post]] in other words.\n`;
  return [
    [
      'words',
      'Words, links and lists',
      'Write *before* you adjust, **never** after.\n\n- [Writing tips](https://www.w3.org/WAI/tips/writing/)\n- One thought an item\n',
    ],
    [
      'table',
      'Table',
      '| Standard | Keeps |\n| -------: | ----- |\n|    0 FNU | today |\n|  100 FNU | a week |\n',
    ],
    ['tasks', 'Task list', '- [x] Photograph the window\n- [ ] Write down the number\n'],
    [
      'alert',
      'Remark set apart',
      '> [!WARNING]\n> Unplug the probe first.\n\nAlso `NOTE`, `TIP`, `IMPORTANT` and `CAUTION`.\n',
    ],
    ['quotation', 'Quotation', '> I have been afraid of the red lamp for two years.\n>\n> – a caller\n'],
    ['footnote', 'Footnote', 'It took four minutes.[^clock]\n\n[^clock]: By the clock on the wall.\n'],
    ...(slug === undefined ? [] : [['wiki', 'Link to another post', toPost] satisfies Source]),
    [
      'picture',
      'Picture',
      '![Two colleagues beside a water cooler.](./water-cooler.webp "The words under the picture.")\n',
    ],
    ['code', 'Code', 'Type `npm run check` first.\n\n```sh title="check.sh"\nnpm run check\n```\n'],
    ['keys', 'Keys', 'Press <kbd>Ctrl</kbd>+<kbd>S</kbd>.\n'],
  ];
}

type Source = [name: string, title: string, source: string];
