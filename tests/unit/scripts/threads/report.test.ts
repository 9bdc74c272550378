import { describe, expect, it } from 'vitest';
import { conversationReport } from '../../../../scripts/threads/conversation-report.ts';
import { formats } from '../../../../scripts/threads/report-formats.ts';
import { runReport } from '../../../../scripts/threads/run-report.ts';
import { post, temporaryFolder, writeContent } from '../../../support/content.ts';
import {
  aCatalogue,
  aGroup,
  anAuthor,
  aPost,
  aQuestion,
  aRemark,
  aTag,
  aThread,
  day,
  threadFile,
} from '../../../support/entries.ts';
import { fakeWorld } from '../../../support/fake-world.ts';
import { root } from '../../../support/run-watercooler.ts';

const authors = [
  anAuthor('ada', { name: 'Ada Berg' }),
  anAuthor('bo', { name: 'Bo Lind' }),
  anAuthor('cy', { name: 'Cy Marsh', left: '2026-01-01' }),
];
const tags = [
  aTag('tools', { label: 'Tools', trainer: 'bo', aliases: ['kit'] }),
  aTag('writing', { label: 'Writing' }),
  aTag('safety', { label: 'Safety', trainer: 'cy' }),
];
const talk = { name: 'Ideas', answerable: false };

/** 22 November 2026 is the day. */
function reportOn(parts: Parameters<typeof aCatalogue>[0], patience = 7) {
  return conversationReport(aCatalogue({ authors, tags, ...parts }), patience);
}

describe('questions in the report', () => {
  it('are those that have waited longer than one is patient, longest first', () => {
    const questions = [
      aQuestion(1, { createdAt: '2026-11-15T09:00:00Z' }),
      aQuestion(2, { createdAt: '2026-11-14T09:00:00Z' }),
      aQuestion(3, { createdAt: '2026-10-01T09:00:00Z' }),
    ];
    const told = reportOn({ questions }).questions;
    expect(told.map(({ title, days }) => [title, days])).toEqual([
      ['Question 3', 52],
      ['Question 2', 8],
    ]);
    expect(reportOn({ questions }, 60).questions).toEqual([]);
  });

  it('are not those that were answered, closed, or asked where nothing is answered', () => {
    const old = { createdAt: '2026-01-01T09:00:00Z' };
    const questions = [
      aQuestion(1, { ...old, answer: 'a', comments: [aRemark('a')] }),
      aQuestion(2, { ...old, closed: true }),
      aQuestion(3, { ...old, locked: true }),
      aQuestion(4, { ...old, category: talk }),
    ];
    expect(reportOn({ questions }).questions).toEqual([]);
  });

  it('wait again when a moderator has hidden the accepted answer', () => {
    const hidden = aRemark('a', { hidden: 'spam' });
    const question = aQuestion(1, { createdAt: '2026-01-01T09:00:00Z', answer: 'a', comments: [hidden] });
    expect(reportOn({ questions: [question] }).questions).toHaveLength(1);
  });

  it('name the trainers of their topics, which labels name in any of their words', () => {
    const question = aQuestion(1, {
      createdAt: '2026-11-01T09:00:00Z',
      labels: ['KIT', 'Writing', 'elsewhere'],
    });
    expect(reportOn({ questions: [question] }).questions).toMatchObject([
      {
        topics: [
          { label: 'Tools', trainer: 'Bo Lind' },
          { label: 'Writing', trainer: null },
        ],
        nudge: ['Bo Lind'],
      },
    ]);
  });

  it('do not send anybody to a trainer who has left', () => {
    const question = aQuestion(1, { createdAt: '2026-11-01T09:00:00Z', labels: ['safety'] });
    expect(reportOn({ questions: [question] }).questions).toMatchObject([
      { topics: [{ label: 'Safety', trainer: null }], nudge: [] },
    ]);
  });

  it('may be posts, which without a trainer are for their authors', () => {
    const posts = [
      aPost('how', { kind: 'question', date: '2026-10-01', tags: ['writing'] }),
      aPost('what', { kind: 'question', date: '2026-10-02', tags: ['tools'] }),
    ];
    expect(reportOn({ posts }).questions).toMatchObject([
      { page: 'https://blog.example/posts/how/', thread: null, nudge: ['Ada Berg'] },
      { page: 'https://blog.example/posts/what/', thread: null, nudge: ['Bo Lind'] },
    ]);
  });

  it('of a closed group are not told of', () => {
    const groups = [aGroup('night', { access: 'closed', discussion: 'Questions' })];
    const questions = [aQuestion(1, { createdAt: '2026-01-01T09:00:00Z' })];
    expect(reportOn({ groups, questions }).questions).toEqual([]);
  });
});

describe('threads without a reply', () => {
  it('are ideas to which nobody said a word, and posts whose one comment nobody took up', () => {
    const posts = [aPost('alone'), aPost('lively'), aPost('quiet')];
    const threads = [
      aThread('alone', { comments: [aRemark('a', { createdAt: '2026-11-02T09:00:00Z' })] }),
      aThread('lively', {
        comments: [aRemark('b', { replies: [aRemark('c')].map(({ replies: _, ...reply }) => reply) })],
      }),
      aThread('quiet', { comments: [aRemark('d', { deleted: true })] }),
    ];
    const idea = { category: talk, createdAt: '2026-11-01T09:00:00Z' };
    const questions = [aQuestion(1, idea), aQuestion(2, { ...idea, comments: [aRemark('e')] })];
    expect(reportOn({ posts, threads, questions }).silent.map(({ title, days }) => [title, days])).toEqual([
      ['Question 1', 21],
      ['The post alone', 20],
    ]);
  });
});

describe('posts in the report', () => {
  it('are told of by the number of their visible comments, with how many people wrote them', () => {
    const posts = [aPost('a'), aPost('b'), aPost('c')];
    const other = { author: { login: 'bo', name: null } };
    const threads = [
      aThread('a', { comments: [aRemark('1'), aRemark('2', { hidden: 'spam' })] }),
      aThread('b', {
        comments: [aRemark('3'), aRemark('4', other), aRemark('5', { createdAt: '2026-11-20T09:00:00Z' })],
      }),
      aThread('c'),
    ];
    expect(reportOn({ posts, threads }).talked).toMatchObject([
      { title: 'The post b', comments: 3, people: 2, last: '2026-11-20' },
      { title: 'The post a', comments: 1, people: 1 },
    ]);
  });
});

describe('the formats of the report', () => {
  const hostile = aQuestion(1, {
    title: '=HYPERLINK("https://evil.example")\u202E\nnext',
    createdAt: '2026-11-01T09:00:00Z',
    labels: ['tools'],
  });
  const report = reportOn({
    questions: [hostile, aQuestion(2, { createdAt: '2026-11-05T09:00:00Z', comments: [aRemark('a')] })],
    posts: [aPost('alone'), aPost('busy')],
    threads: [
      aThread('alone', { comments: [aRemark('b', { createdAt: '2026-11-02T09:00:00Z' })] }),
      aThread('busy', { comments: [aRemark('c'), aRemark('d')] }),
    ],
    copied: { copiedOn: day('2026-11-20'), fullPassOn: day('2026-11-16') },
  });

  it('text has a topic and a trainer above its questions', () => {
    expect(formats.text(report)).toMatchInlineSnapshot(`
      "Conversations on 22 November 2026. They were last copied on 20 November 2026.

      2 questions waiting for an answer for more than 7 days

        Tools: ask Bo Lind
          =HYPERLINK("https://evil.example")<U+202E><U+000A>next
            21 days, nobody has said anything  https://blog.example/questions/1/hyperlinkhttpsevilexamplenext/

        Without a topic
          Question 2
            17 days, 1 comment  https://blog.example/questions/2/question-2/

      1 thread without a reply for more than 7 days
          The post alone
            20 days, 1 comment  https://blog.example/posts/alone/

      Most talked about
        The post busy
          2 comments by 1 person, the last on 13 March 2026  https://blog.example/posts/busy/
        The post alone
          1 comment by 1 person, the last on 2 November 2026  https://blog.example/posts/alone/"
    `);
  });

  it('text says when there is nothing to tell', () => {
    expect(formats.text(reportOn({}))).toMatchInlineSnapshot(`
      "Conversations on 22 November 2026. They were never copied.

      0 questions waiting for an answer for more than 7 days

      0 threads without a reply for more than 7 days

      No post is talked about"
    `);
  });

  it('csv has a row for each, and no cell begins a formula', () => {
    expect(formats.csv(report).split('\r\n')).toMatchInlineSnapshot(`
      [
        "list,title,page,thread,since,days,topics,ask,comments,people",
        "unanswered,"'=HYPERLINK(""https://evil.example"")<U+202E><U+000A>next",https://blog.example/questions/1/hyperlinkhttpsevilexamplenext/,https://forge.example/d/1,2026-11-01,21,Tools,"Bo Lind",0,",
        "unanswered,"Question 2",https://blog.example/questions/2/question-2/,https://forge.example/d/2,2026-11-05,17,,,1,",
        ""no reply","The post alone",https://blog.example/posts/alone/,https://forge.example/d/1,2026-11-02,20,Tools,"Bo Lind",1,",
        ""most talked about","The post busy",https://blog.example/posts/busy/,https://forge.example/d/1,2026-03-13,,,,2,1",
        ""most talked about","The post alone",https://blog.example/posts/alone/,https://forge.example/d/1,2026-11-02,,,,1,1",
      ]
    `);
  });

  it('json holds the report and no sign that a terminal obeys', () => {
    const json = formats.json(report);
    expect(JSON.parse(json)).toEqual(report);
    expect(json).not.toContain('\u202E');
  });
});

describe('npm run threads -- report', () => {
  it('reads the content folder, without the network', async () => {
    const { dir, remove } = await temporaryFolder();
    try {
      await writeContent(dir, {
        'posts/asked.md': post({ title: 'Who knows?', kind: 'question', date: '2026-11-01' }),
        'threads/first.json': JSON.stringify(
          threadFile({ title: 'first', comments: [aRemark('a'), aRemark('b')] }),
        ),
      });
      const env = { CONTENT_DIR: dir, WATERCOOLER_CACHE: `${dir}/.cache`, WATERCOOLER_DAY: '2026-11-22' };
      const { world, written } = fakeWorld({ cwd: root, env });
      expect(await runReport(['--days', '20', '--format', 'csv'], world)).toBe(0);
      expect(written.stdout.trim().split('\r\n')).toMatchInlineSnapshot(`
        [
          "list,title,page,thread,since,days,topics,ask,comments,people",
          "unanswered,"Who knows?",https://blog.example/posts/asked/,,2026-11-01,21,Tools,"Ada Berg",0,",
          ""most talked about","First words",https://blog.example/posts/first/,https://forge.example/d/1,2026-03-13,,,,2,1",
        ]
      `);
      await expect(runReport(['--format', 'jsn'], world)).rejects.toThrow(
        'There is no format "jsn". Did you mean "json"? The formats are: text, json, csv.',
      );
    } finally {
      await remove();
    }
  });
});
