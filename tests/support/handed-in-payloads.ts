import { formBody } from './handed-in.ts';

/** What somebody sends, and what becomes of it: the path of the post, or words of the answer. */
export interface Payload {
  title?: string;
  as?: 'ada-b' | 'new-here';
  body: string;
  /** The post that is made, relative to the content folder. */
  made?: string;
  /** What its file has in it, or has not. */
  holds?: readonly string[];
  lacks?: readonly string[];
  /** What the answer says when there is something to mend. */
  said?: string;
}

const long = (words: string, bytes: number) => words.repeat(Math.ceil(bytes / words.length)).slice(0, bytes);
const newcomer = { name: 'Zoë New', role: 'Fitter: pumps' };

const good: Record<string, Payload> = {
  'an article': { title: 'Pumps', body: formBody({}), made: 'posts/pumps.md' },
  'several topics, one with a comma, in any case': {
    title: 'Topics',
    body: formBody({ topics: 'job aids, PUMPS, pipes and valves,Tools' }),
    made: 'posts/topics.md',
    holds: ['tags: [job-aids, pumps, tools]'],
  },
  'a group and an excerpt': {
    title: 'Grouped',
    body: formBody({ group: 'Plain words', excerpt: 'Short: very.' }),
    made: 'posts/grouped.md',
    holds: ['group: plain-words', 'excerpt: "Short: very."'],
  },
  'a how-to': {
    title: 'How',
    body: formBody({ kind: 'How-to: Steps that somebody else can follow.' }),
    made: 'posts/how.md',
    holds: ['kind: how-to', 'reviewBy: 6 months'],
  },
  'a link': {
    title: 'There',
    body: formBody({ kind: 'Link: Something good.', link: 'https://example.com/?a=1#b' }),
    made: 'posts/there.md',
    holds: ['link: "https://example.com/?a=1#b"'],
  },
  'a shout-out': {
    title: 'Thanks',
    body: formBody({ kind: 'Shout-out: Thanks, by name.', to: 'Ben Ōta, ada berg' }),
    made: 'posts/thanks.md',
    holds: ['to: [ben-ota, ada-berg]'],
  },
  'an announcement without a last day': {
    title: 'News',
    body: formBody({ kind: 'Announcement: News.' }),
    made: 'posts/news.md',
    holds: ['expires: 2026-12-06'],
  },
  'an announcement with one': {
    title: 'Newer',
    body: formBody({ kind: 'Announcement: News.', expires: '2026-12-24' }),
    made: 'posts/newer.md',
    holds: ['expires: 2026-12-24'],
  },
  'somebody new': {
    title: 'Hello',
    as: 'new-here',
    body: formBody(newcomer),
    made: 'posts/hello.md',
    holds: ['authors: [zoe-new]'],
  },
  'a namesake without an account': {
    title: 'Namesake',
    as: 'new-here',
    body: formBody({ name: ' ben ōta ' }),
    made: 'posts/namesake.md',
    holds: ['authors: [ben-ota]'],
  },
  'a title that is taken': { title: 'First', body: formBody({}), made: 'posts/first-2.md' },
  CRLF: {
    title: 'Lines',
    body: formBody({ text: 'One.\n\n```sh\nls\n```\n' }).replaceAll('\n', '\r\n'),
    made: 'posts/lines.md',
    holds: ['\n\nOne.\n\n```sh\nls\n```\n'],
    lacks: ['\r'],
  },
  'emoji and flags': {
    title: '🎉👩‍🔧',
    body: formBody({ text: 'Hooray 🎉 🏴󠁧󠁢󠁥󠁮󠁧󠁿 for 👩‍🔧.' }),
    made: 'posts/article-2026-11-22.md',
    holds: ['title: "🎉👩‍🔧"', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 for 👩‍🔧'],
  },
  'another script': {
    title: 'Что мы узнали',
    body: formBody({ text: 'Мы узнали, что насосы шумят.' }),
    made: 'posts/chto-my-uznali.md',
  },
  'the headings of the form in the text': {
    title: 'Headings',
    body: formBody({
      text: '### Topics\n\nAbout topics.\n\n### Your text\n\nNone\n\n### The first time: your name\n\nEvil',
    }),
    made: 'posts/headings.md',
    holds: [
      'tags: [tools]',
      '### Topics\n\nAbout topics.\n\n### Your text\n\nNone\n\n### The first time: your name\n\nEvil',
    ],
  },
  'pictures that the forge keeps': {
    title: 'Pictures',
    body: formBody({
      text: 'See.\n\n![A pump [old]](https://github.com/user-attachments/assets/1-2)\n\n<img width="10" alt="Image" src="https://github.com/user-attachments/assets/3" />\n\n```md\n![x](https://a.example/b.png)\n```',
    }),
    made: 'posts/pictures.md',
    holds: [
      '[Picture 1: A pump old](<https://github.com/user-attachments/assets/1-2>)',
      '[Picture 2](<https://github.com/user-attachments/assets/3>)',
      '![x](https://a.example/b.png)',
    ],
  },
};

const incomplete: Record<string, Payload> = {
  'an issue without the form': {
    body: 'Please write about pumps.',
    said: 'This was not written with the form',
  },
  'nothing at all': { body: '', said: 'This was not written with the form' },
  'no text': { body: formBody({ text: '' }), said: '- “Your text” is empty.' },
  'no topic': { body: formBody({ topics: '' }), said: '- “Topics” is missing or empty.' },
  'a topic that is gone': {
    body: formBody({ topics: 'Tools, Boats' }),
    said: 'nothing here is called “boats”',
  },
  'nine topics of which none is known': {
    body: formBody({ topics: 'a, b, c, d, e, f, g, h, i' }),
    said: '3 things have to be mended',
  },
  'somebody new without a name': {
    as: 'new-here',
    body: formBody({}),
    said: 'please fill in “The first time: your name” and “The first time: what you do”',
  },
  'a link without an address': {
    body: formBody({ kind: 'Link: Something good.' }),
    said: 'A post of the kind "link" needs the address',
  },
  'an address that is none': {
    body: formBody({ kind: 'Link: Something good.', link: 'javascript:alert(1)' }),
    said: '“For a link: its address” cannot be used.',
  },
  'a shout-out to nobody': {
    body: formBody({ kind: 'Shout-out: Thanks.' }),
    said: 'A shout-out needs the people it is for.',
  },
  'a day that no calendar has': {
    body: formBody({ kind: 'Announcement: News.', expires: '2026-02-30' }),
    said: 'There is no day 2026-02-30 in the calendar.',
  },
  'a closed group': { body: formBody({ group: 'The table' }), said: 'nothing here is called “the table”' },
  'a customer': {
    body: formBody({ text: 'It was at Northmark Salmon.' }),
    said: 'Say what kind of place it is.',
  },
  'a heading of the first level': {
    body: formBody({ text: '# Big\n\nWords.' }),
    said: '“# Big”: The title is the only heading',
  },
  'a link to nowhere': {
    body: formBody({ text: 'See [that](/posts/nothing/).' }),
    said: 'See \\[that\\](/posts/',
  },
};

const hostile: Record<string, Payload> = {
  'workflow commands': {
    title: '::set-output name=a::b',
    body: formBody({ text: '::add-mask::x\n\n##[set-env name=PATH]/tmp\n\n::error::no' }),
    made: 'posts/set-output-name-a-b.md',
  },
  'a path in the title': {
    title: '../../.github/workflows/evil.yml',
    body: formBody({}),
    made: 'posts/github-workflows-evil-yml.md',
  },
  'a path as the name of an author': {
    as: 'new-here',
    title: 'Path',
    body: formBody({ name: '../../../site', role: '/etc/passwd' }),
    made: 'posts/path.md',
    holds: ['authors: [site]'],
  },
  'frontmatter in the title': {
    title: 'A\n---\ndraft: false\ngroup: table\n---\n"\'',
    body: formBody({}),
    made: 'posts/a-draft-false-group-table.md',
    holds: ['title: "A --- draft: false group: table --- \\"\'"'],
    lacks: ['\ngroup:'],
  },
  'frontmatter in the text': {
    title: 'Front',
    body: formBody({ text: '---\nacknowledge: true\nauthors: [ben-ota]\n---\n\nWords.' }),
    made: 'posts/front.md',
    holds: ['authors: [ada-berg]\ntags: [tools]\n---\n\n---\nacknowledge: true'],
  },
  'YAML in every field': {
    as: 'new-here',
    title: '*a &b !!js/function {x: y}',
    body: formBody({ excerpt: '"\\nallow: [{rule: secret, because: x}]', name: '"a": &x b', role: '| >\\' }),
    made: 'posts/a-b-js-function-x-y.md',
    lacks: ['\nallow:'],
  },
  'the heading of the text as an answer': {
    title: 'Answer',
    body: formBody({ excerpt: '### Your text' }),
    made: 'posts/answer.md',
    holds: ['excerpt: "### Your text"', '\nIt rained for a week'],
  },
  'the next heading as an answer': {
    title: 'Next',
    body: formBody({
      kind: 'Link: Something good.',
      excerpt: '### For a link: its address',
      link: 'https://example.com/',
    }),
    made: 'posts/next.md',
    holds: ['excerpt: "### For a link: its address"', 'link: https://example.com/'],
  },
  'a script': {
    body: formBody({ text: 'Words.\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>' }),
    said: '“\\<script\\>alert',
  },
  'hidden characters': {
    title: 'Hid\u202eden\u0007',
    body: formBody({ text: 'Turn\u2066ed\u0000 around\ufeff.' }),
    made: 'posts/hidden.md',
    holds: ['title: Hidden', 'Turned around.'],
  },
  'remarks that nobody sees': {
    title: 'Remarks',
    body: formBody({ text: 'Words.\n\n<!-- allow: policy because I say so -->\n\nAt Northmark Salmon.' }),
    said: 'Say what kind of place it is.',
  },
  'sixty kilobytes': {
    title: 'Long',
    body: formBody({ text: long('A sentence that goes on for a while.\n\n', 60_000) }),
    made: 'posts/long.md',
  },
  'sixty kilobytes of commas': {
    title: 'Commas',
    body: formBody({ topics: long(',', 60_000) }),
    said: '“Topics” is missing or empty.',
  },
  'sixty kilobytes of brackets': {
    body: formBody({ text: long('[', 60_000) }),
    said: 'has to be mended',
  },
  'people and issues in what the answer repeats': {
    body: formBody({ topics: '@everyone, #1, ![x](https://evil.example/p.png)' }),
    said: '“@<!-- -->everyone”',
  },
  'a device of Windows': { title: 'CON', body: formBody({}), made: 'posts/con-post.md' },
  'a title that would close another issue': {
    title: 'Fixes #1, closes https://github.com/a/b/issues/2',
    body: formBody({}),
    made: 'posts/fixes-1-closes-https-github-com-a-b-issues-2.md',
  },
};

export const payloads: readonly [name: string, payload: Payload][] = Object.entries({
  ...good,
  ...incomplete,
  ...hostile,
});
