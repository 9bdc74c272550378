import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listen, close } from '../../scripts/adapters/listen.ts';
import { readBuiltSite } from '../../scripts/adapters/site-files.ts';
import { createStaticServer } from '../../scripts/adapters/static-server.ts';
import { post, type Files } from './content.ts';
import { aRemark, aReply, threadFile } from './entries.ts';
import { createTestBlog, runWatercooler } from './run-watercooler.ts';
import { openWidgetHost, type WidgetHost } from './widget-host.ts';

/** A small blog with conversations of every kind, built and served with a host for its comment box. */
export interface TalkingBlog {
  origin: string;
  host: WidgetHost;
  /** The folder that was built. */
  out: string;
  close: () => Promise<void>;
}

export async function openTalkingBlog(seed: number): Promise<TalkingBlog> {
  const host = await openWidgetHost(seed);
  const blog = await createTestBlog(talkingFiles(host.origin));
  const { code, printed } = await runWatercooler('build', blog);
  if (code !== 0) throw new Error(`The blog with conversations could not be built.\n${printed}`);
  const server = createStaticServer(await readBuiltSite(blog.out, blog.content));
  const listening = await listen(server, 0, '127.0.0.1');
  if ('refused' in listening) throw new Error(`The blog with conversations: ${listening.refused}`);
  return {
    origin: `http://127.0.0.1:${listening.port}`,
    host,
    out: blog.out,
    close: async () => {
      await Promise.all([close(server), host.close(), blog.remove()]);
    },
  };
}

const everything = readFileSync(
  join(import.meta.dirname, '../fixtures/markdown/comment-everything/input.md'),
  'utf8',
);
const longWord = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselloch'.repeat(3);

function talkingFiles(host: string): Files {
  const forge = '{kind: github, url: https://github.com, repository: quay/log}';
  const comments = `{mode: giscus, repoId: R_1, category: Watercooler, categoryId: DIC_1, host: "${host}"}`;
  const threads = 'threads:\n  pseudonyms: [{login: sam, name: A former colleague}]\n';
  return {
    'site.yml': `name: The Harbour Log\npurpose: What we learned at work.\nurl: https://blog.example\nforge: ${forge}\ncomments: ${comments}\n${threads}`,
    'authors/ada.yml': 'name: Ada Berg\nrole: Trainer\nlogin: ada-b\n',
    'pages/policy.md': '---\ntitle: What may be posted here\n---\n\nBe kind.\n',
    'copied.yml': 'copiedOn: 2026-11-21\nfullPassOn: 2026-11-16\n',
    'posts/first.md': post({ title: 'First words', formerly: '[oldest-words]' }),
    'posts/quiet.md': post({ title: 'Quiet words' }),
    'posts/linked.md': post({ title: 'Linked words', comments: 'link' }),
    'posts/mute.md': post({ title: 'Mute words', comments: 'off' }),
    'posts/long.md': post({ title: 'Long words' }),
    'threads/oldest-words.json': JSON.stringify(everyKind()),
    'threads/mute.json': JSON.stringify(threadFile({ id: 'D_3', number: 3, comments: [aRemark('kept')] })),
    'threads/long.json': JSON.stringify(long()),
  };
}

/** A conversation with everything that one can have. */
function everyKind() {
  return threadFile({
    number: 12,
    answer: 'answer',
    poll: {
      question: `Which of these, ${longWord}?`,
      options: [
        { label: longWord, votes: 12 },
        { label: 'None', votes: 0 },
      ],
    },
    comments: [
      aRemark('everything', { body: everything, upvotes: 1, reactions: { THUMBS_UP: 3, HEART: 12 } }),
      aRemark('stranger', { author: { login: longWord, name: null }, editedAt: '2026-03-14T09:00:00Z' }),
      aRemark('sam', { author: { login: 'sam', name: 'Samuel Osei' } }),
      aRemark('nobody', {
        author: null,
        replies: [aReply('before'), aReply('answer', { body: 'Rinse it, then wait.', upvotes: 4 })],
      }),
      aRemark('deleted', { deleted: true, replies: [aReply('below')] }),
      aRemark('spam', { hidden: 'spam', body: 'Cheap watches.' }),
    ],
  });
}

/** A conversation of 60 comments, one of them with 30 replies. */
function long() {
  const replies = Array.from({ length: 30 }, (_, index) =>
    aReply(`reply-${index}`, { body: `Reply number ${index}.` }),
  );
  const comments = Array.from({ length: 60 }, (_, index) =>
    aRemark(`comment-${index}`, {
      body: index === 33 ? 'In the middle stands the word *galangal*.' : `Comment number ${index}.`,
      replies: index === 2 ? replies : [],
    }),
  );
  return threadFile({ id: 'D_2', number: 2, comments });
}
