import { describe, expect, it } from 'vitest';
import {
  allQuestions,
  answered,
  listingOfQuestion,
  questionsAbout,
  questionsIn,
  waiting,
} from '../../../src/model/question-listing.ts';
import { questionLists } from '../../../src/model/question-lists.ts';
import { stateOfQuestion } from '../../../src/model/question-state.ts';
import { groupSlug, tagSlug } from '../../../src/model/slug.ts';
import {
  aCatalogue,
  aGroup,
  anAuthor,
  aPost,
  aQuestion,
  aRemark,
  aReply,
  aTag,
  aThread,
} from '../../support/entries.ts';

const permalinks = (listings: readonly { permalink: string }[]) => listings.map(({ permalink }) => permalink);
const at = (day: string) => `${day}T12:00:00Z`;
const said = (id: string, day: string) => aRemark(id, { createdAt: at(day) });
const ideas = { name: 'Ideas', answerable: false };

describe('where a question stands', () => {
  const state = (fields: Parameters<typeof aQuestion>[1], posts = [aPost('a')]) => {
    const question = aQuestion(12, fields);
    return stateOfQuestion(aCatalogue({ questions: [question], posts }), question);
  };
  const comments = [aRemark('a', { replies: [aReply('b')] }), aRemark('gone', { hidden: 'spam' })];

  it.each([
    ['waits until an answer is accepted', { comments }, 'waiting'],
    ['is answered by a comment', { comments, answer: 'a' }, 'answered'],
    ['is answered by a reply', { comments, answer: 'b' }, 'answered'],
    ['is not answered by what nobody can see', { comments, answer: 'gone' }, 'waiting'],
    ['is closed without an answer', { comments, closed: true }, 'closed'],
    ['is closed when nobody can answer', { comments, locked: true }, 'closed'],
    ['stays answered when it is closed', { comments, answer: 'a', closed: true, locked: true }, 'answered'],
    ['is talked about where nothing is answered', { comments, category: ideas }, 'talk'],
  ] as const)('%s', (_what, fields, expected) => {
    expect(state({ ...fields, comments })).toBe(expected);
  });

  it('is answered by a post that says so, once that post is there', () => {
    expect(state({}, [aPost('a', { answers: [12] })])).toBe('answered');
    expect(state({ category: ideas }, [aPost('a', { answers: [12] })])).toBe('answered');
    expect(state({}, [aPost('a', { answers: [12], draft: true })])).toBe('waiting');
    expect(state({}, [aPost('a', { answers: [13] })])).toBe('waiting');
  });
});

describe('a question in a list', () => {
  it('says what it is about, who asked it, and what has happened since', () => {
    const question = aQuestion(12, {
      title: 'Undo?',
      labels: ['GIT'],
      category: { name: 'Circle', answerable: true },
      createdAt: at('2026-03-01'),
      comments: [said('a', '2026-03-04'), aRemark('b', { deleted: true })],
      answer: 'a',
      answerChosenAt: at('2026-03-05'),
    });
    const catalogue = aCatalogue({
      questions: [question],
      authors: [anAuthor('ada', { name: 'Ada Berg', login: 'ada-b' })],
      tags: [aTag('git', { label: 'Git' })],
      groups: [aGroup('circle', { name: 'The circle', discussion: 'circle' })],
    });
    expect(listingOfQuestion(catalogue, question)).toEqual({
      title: 'Undo?',
      permalink: '/questions/12/undo/',
      lang: undefined,
      state: 'answered',
      askedOn: '2026-03-01',
      askers: [{ name: 'Ada Berg', permalink: '/authors/ada/' }],
      tags: [{ name: 'Git', permalink: '/tags/git/' }],
      groups: [{ name: 'The circle', permalink: '/groups/circle/' }],
      comments: 1,
      lastComment: '2026-03-04',
      activity: at('2026-03-04'),
      answeredOn: '2026-03-05',
    });
  });

  it('was answered when the answer was chosen, else when it was given, else when the first post did', () => {
    const answeredOn = (fields: Parameters<typeof aQuestion>[1]) => {
      const question = aQuestion(12, fields);
      const posts = [
        aPost('late', { answers: [12], date: '2026-06-01' }),
        aPost('early', { answers: [12], date: '2026-05-01' }),
      ];
      return listingOfQuestion(aCatalogue({ questions: [question], posts }), question).answeredOn;
    };
    const comments = [said('a', '2026-03-04')];
    expect(answeredOn({ comments, answer: 'a', answerChosenAt: at('2026-03-09') })).toBe('2026-03-09');
    expect(answeredOn({ comments, answer: 'a' })).toBe('2026-03-04');
    expect(answeredOn({ comments })).toBe('2026-05-01');
  });
});

describe('the lists of questions', () => {
  const catalogue = aCatalogue({
    posts: [
      aPost('asked', { kind: 'question', date: '2026-02-01', tags: ['git'], group: 'circle' }),
      aPost('told', { tags: ['git'] }),
      aPost('unasked', { kind: 'question', draft: true }),
    ],
    threads: [aThread('asked', { comments: [said('x', '2026-07-01')] })],
    questions: [
      aQuestion(1, { createdAt: at('2026-01-01'), comments: [said('a', '2026-08-01')] }),
      aQuestion(2, {
        createdAt: at('2026-03-01'),
        labels: ['git'],
        comments: [said('b', '2026-03-02')],
        answer: 'b',
      }),
      aQuestion(3, { createdAt: at('2026-04-01'), comments: [said('c', '2026-04-02')], answer: 'c' }),
      aQuestion(4, { createdAt: at('2026-05-01'), category: ideas }),
      aQuestion(5, { createdAt: at('2026-09-01'), category: { name: 'table', answerable: true } }),
    ],
    tags: [aTag('git', { label: 'Git' }), aTag('tools')],
    groups: [
      aGroup('circle', { discussion: 'Ideas' }),
      aGroup('table', { access: 'closed', discussion: 'Table' }),
      aGroup('silent'),
    ],
  });
  const all = allQuestions(catalogue);

  it('hold posts and discussions, those with the newest activity first, and none of a closed group', () => {
    expect(permalinks(all)).toEqual([
      '/questions/1/question-1/',
      '/posts/asked/',
      '/questions/4/question-4/',
      '/questions/3/question-3/',
      '/questions/2/question-2/',
    ]);
  });

  it('start with the one that has waited longest, or with the newest answer', () => {
    expect(permalinks(waiting(all))).toEqual(['/questions/1/question-1/', '/posts/asked/']);
    expect(permalinks(answered(all))).toEqual(['/questions/3/question-3/', '/questions/2/question-2/']);
  });

  it('are there by topic and by group, where anything was asked', () => {
    expect(permalinks(questionsAbout(catalogue, tagSlug.parse('git')))).toEqual([
      '/posts/asked/',
      '/questions/2/question-2/',
    ]);
    expect(permalinks(questionsIn(catalogue, groupSlug.parse('circle')))).toEqual([
      '/posts/asked/',
      '/questions/4/question-4/',
    ]);
    expect(
      questionLists(catalogue).map(({ of, permalink, questions }) => [of, permalink, questions.length]),
    ).toEqual([
      ['topic', '/tags/git/questions/', 2],
      ['group', '/groups/circle/questions/', 2],
    ]);
  });

  it('hold what was asked in a closed group for its members', () => {
    const { source } = catalogue;
    const members = { kind: 'members', group: groupSlug.parse('table') } as const;
    expect(permalinks(allQuestions(aCatalogue(source, { audience: members })))[0]).toBe(
      '/questions/5/question-5/',
    );
  });
});
