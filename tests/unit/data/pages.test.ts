import { describe, expect, it } from 'vitest';
import { authorPage } from '../../../src/data/author-page.ts';
import { home } from '../../../src/data/home.ts';
import { requirementText, stepsMinutes } from '../../../src/data/path-page.ts';
import { postPage } from '../../../src/data/post-page.ts';
import { questionPage } from '../../../src/data/question-page.ts';
import { searchPage } from '../../../src/data/search-page.ts';
import { tagPage } from '../../../src/data/tag-page.ts';
import type { Post } from '../../../src/model/post.ts';
import { pathSlug } from '../../../src/model/slug.ts';
import {
  aCatalogue,
  aGroup,
  anAuthor,
  aPath,
  aPost,
  aQuestion,
  aRemark,
  aReply,
  aSite,
  aTag,
  aThread,
  day,
} from '../../support/entries.ts';

const titles = (listings: readonly { title: string }[]) => listings.map(({ title }) => title);

describe('the page of a post', () => {
  const posts = [
    aPost('old', { date: '2026-01-01' }),
    aPost('middle', { date: '2026-02-01', owner: 'bo', reviewBy: '1 month' }),
    aPost('new', { date: '2026-03-01' }),
    aPost('draft', { date: '2026-02-15', draft: true }),
  ];
  const authors = [anAuthor('ada', { name: 'Ada Berg' }), anAuthor('bo', { name: 'Bo Dahl' })];
  const page = (slug: string, parts = {}) => {
    const catalogue = aCatalogue({ posts, authors, ...parts });
    const post = catalogue.posts.find((candidate) => candidate.slug === slug);
    if (post === undefined) throw new Error(`There is no visible post "${slug}".`);
    return postPage(catalogue, post);
  };

  it('leads to the older and the newer post, past those that are not there', () => {
    expect([page('middle').previous?.name, page('middle').next?.name]).toEqual([
      'The post old',
      'The post new',
    ]);
    expect(page('old').previous).toBeUndefined();
    expect(page('new').next).toBeUndefined();
  });

  it('says until when it should be looked at, by whom, and whether that day is past', () => {
    expect(page('middle').review).toEqual({
      day: '2026-03-01',
      past: true,
      owner: 'Bo Dahl',
      ownerPermalink: '/authors/bo/',
    });
    expect(page('old').review).toBeUndefined();
  });

  it('leads to the forge where there is one', () => {
    const forge = { kind: 'github', url: 'https://github.com', repository: 'k/b' } as const;
    expect(page('old')).toMatchObject({
      edit: undefined,
      report: undefined,
      provenance: { history: undefined },
    });
    expect(page('old', { site: aSite({ forge }) }).edit).toBe(
      'https://github.com/k/b/edit/main/content/posts/old.md',
    );
  });

  it('stands in its group, else in its first topic', () => {
    const trail = (post: Post) =>
      postPage(aCatalogue({ posts: [post], groups: [aGroup('circle')], tags: [aTag('tools')] }), post).trail;
    expect(trail(aPost('a')).map(({ permalink }) => permalink)).toEqual(['/posts/', '/tags/tools/']);
    expect(trail(aPost('a', { group: 'circle' })).map(({ permalink }) => permalink)).toEqual([
      '/posts/',
      '/groups/circle/',
    ]);
  });
});

describe('the home page', () => {
  it('sets announcements apart until they expire, and lists the ten latest others', () => {
    const posts = [
      aPost('pinned', { kind: 'announcement', expires: '2026-11-30', date: '2026-01-01' }),
      aPost('over', { kind: 'announcement', expires: '2026-11-01' }),
      aPost('plain-news', { kind: 'announcement', date: '2026-11-01' }),
      ...Array.from({ length: 12 }, (_, index) => aPost(`p-${index}`)),
    ];
    const { announcements, latest } = home(aCatalogue({ posts }));
    expect(titles(announcements)).toEqual(['The post pinned']);
    expect(latest).toHaveLength(10);
    expect(latest[0]?.title).toBe('The post plain-news');
  });

  it('counts visible posts only, and says that a closed group is closed', () => {
    const posts = [aPost('a', { group: 'table' }), aPost('b', { draft: true }), aPost('c')];
    const page = home(
      aCatalogue({
        posts,
        groups: [aGroup('table', { access: 'closed' })],
        paths: [aPath('start', ['a', 'b', 'c'])],
      }),
    );
    expect(page.groups).toMatchObject([{ count: 0, closed: true }]);
    expect(page.topics).toMatchObject([{ href: '/tags/tools/', count: 1 }]);
    expect(page.paths).toMatchObject([{ href: '/paths/start/', count: 1 }]);
  });

  it('shows the first words of the newest remark', () => {
    const catalogue = aCatalogue({
      posts: [aPost('a')],
      threads: [aThread('a', { comments: [aRemark('r')] })],
    });
    const bodiesOf = () => ({ r: '<p>Yes, <em>see</em> the card.</p>' });
    expect(home(catalogue, bodiesOf).talks).toMatchObject([
      { line: 'Yes, see the card.', day: '2026-03-13', permalink: '/posts/a/' },
    ]);
  });
});

describe('what waits on the home page', () => {
  const questions = Array.from({ length: 6 }, (_, index) =>
    aQuestion(index + 1, { createdAt: `2026-0${index + 1}-02T00:00:00Z` }),
  );
  const page = home(
    aCatalogue({
      posts: [aPost('asked', { kind: 'question', date: '2026-09-01' }), aPost('told', { answers: [6] })],
      questions,
    }),
    () => ({}),
  );

  it('is the newest five of posts and discussions together, and how many there are', () => {
    expect(titles(page.waiting)).toEqual([
      'The post asked',
      'Question 5',
      'Question 4',
      'Question 3',
      'Question 2',
    ]);
    expect(page.waitingCount).toBe(6);
  });
});

it('shows conversations of questions beside those of posts', () => {
  const said = (id: string, createdAt: string) => ({ comments: [aRemark(id, { createdAt })] });
  const catalogue = aCatalogue({
    posts: [aPost('a')],
    threads: [aThread('a', said('r', '2026-05-01T00:00:00Z'))],
    questions: [aQuestion(3, said('s', '2026-06-01T00:00:00Z'))],
  });
  expect(home(catalogue, () => ({})).talks).toMatchObject([
    { permalink: '/questions/3/question-3/', count: 1, day: '2026-06-01' },
    { permalink: '/posts/a/' },
  ]);
});

describe('the page of a question', () => {
  const tags = [aTag('git', { label: 'Git', trainer: 'bo' }), aTag('tools')];
  const question = aQuestion(12, { labels: ['git'], editedAt: '2026-04-01T00:00:00Z' });
  const catalogue = aCatalogue({
    questions: [question],
    authors: [anAuthor('ada', { login: 'ada-b' }), anAuthor('bo')],
    tags,
    posts: [
      aPost('answer', { tags: ['git'], answers: [12] }),
      aPost('near', { tags: ['git'] }),
      aPost('far', { tags: ['tools'] }),
      aPost('secret', { tags: ['git'], answers: [12], draft: true }),
    ],
  });
  const page = questionPage(catalogue, question, () => ({ D_12: '<p>I pushed it.</p>' }));

  it('names the posts that answer it, and others about its topics', () => {
    expect(titles(page.answers)).toEqual(['The post answer']);
    expect(titles(page.related)).toEqual(['The post near']);
  });

  it('opens with its own words, and knows who can be asked', () => {
    expect(page).toMatchObject({
      opening: '<p>I pushed it.</p>',
      excerpt: 'I pushed it.',
      editedOn: '2026-04-01',
    });
    expect(page.ask.person?.name).toBe('Author bo');
    expect(page.trail.map(({ permalink }) => permalink)).toEqual(['/questions/', '/tags/git/']);
  });

  it('is found under its topics and its author, as answered', () => {
    expect(page.facts).toMatchObject({
      post: { kind: 'question', tags: ['git'], authors: ['ada'], date: '2026-03-13' },
      state: 'answered',
    });
  });

  it.each([
    ['in other letters', { login: 'Ada-B', name: null }, ['ada']],
    ['under another name', { login: 'zoe', name: null }, []],
    ['with a deleted account', null, []],
  ])('is found under the author when it was asked by somebody %s', (_who, author, found) => {
    const asked = { ...question, author };
    const blog = aCatalogue({
      site: aSite({
        threads: { categories: [], pictureHosts: [], pseudonyms: [{ login: 'Zoe', name: 'Z' }] },
      }),
      authors: [anAuthor('bo'), anAuthor('ada', { login: 'ada-b' }), anAuthor('zoe', { login: 'zoe' })],
      questions: [asked],
    });
    expect(questionPage(blog, asked, () => ({})).facts.post.authors).toEqual(found);
  });

  it('is led to by the post that answers it', () => {
    const [post] = catalogue.posts.filter(({ slug }) => slug === 'answer');
    if (post === undefined) throw new Error('The post is missing.');
    expect(postPage(catalogue, post).answers.map(({ permalink }) => permalink)).toEqual([
      '/questions/12/question-12/',
    ]);
  });
});

describe('the page of a topic', () => {
  const remarks = (count: number) => ({
    comments: Array.from({ length: count }, (_, index) => aRemark(`r${index}`)),
  });
  const tag = aTag('git');

  it('names what is most talked about, posts and questions together', () => {
    const catalogue = aCatalogue({
      tags: [tag],
      posts: ['a', 'b', 'c'].map((slug) => aPost(slug, { tags: ['git'] })),
      threads: [aThread('a', remarks(1)), aThread('b', remarks(4))],
      questions: [aQuestion(1, { labels: ['git'], ...remarks(2) }), aQuestion(2, { ...remarks(9) })],
    });
    expect(tagPage(catalogue, tag).mostDiscussed.map(({ href, count }) => [href, count])).toEqual([
      ['/posts/b/#conversation', 4],
      ['/questions/1/question-1/#conversation', 2],
      ['/posts/a/#conversation', 1],
    ]);
  });
});

describe('what an author said', () => {
  const ada = anAuthor('ada', { login: 'Ada-B' });
  const catalogue = aCatalogue({
    authors: [ada, anAuthor('bo')],
    posts: [aPost('a')],
    threads: [aThread('a', { comments: [aRemark('x', { replies: [aReply('y')] })], answer: 'y' })],
    questions: [
      aQuestion(1, { comments: [aRemark('z', { createdAt: '2026-07-01T00:00:00Z' })] }),
      aQuestion(2, { author: { login: 'guest', name: null } }),
      aQuestion(3, { category: { name: 'Table', answerable: true }, comments: [aRemark('w')] }),
    ],
    groups: [aGroup('table', { access: 'closed', discussion: 'Table' })],
  });
  const page = authorPage(catalogue, ada);

  it('is what they asked, answered and took part in, wherever they can be read', () => {
    expect(titles(page.asked)).toEqual(['Question 1']);
    expect(page.answers).toEqual([{ title: 'The post a', href: '/posts/a/#comment-y', day: '2026-03-13' }]);
    expect(page.spokeIn.map(({ href, count }) => [href, count])).toEqual([
      ['/questions/1/question-1/#conversation', 1],
      ['/posts/a/#conversation', 2],
    ]);
  });

  it('tells the newest of their answers first', () => {
    const answered = (id: string, day: string) => ({
      answer: id,
      comments: [aRemark(id, { createdAt: `${day}T00:00:00Z` })],
    });
    const blog = aCatalogue({
      authors: [ada],
      posts: [aPost('late', { date: '2026-03-02' }), aPost('early', { date: '2026-03-01' })],
      threads: [aThread('late', answered('x', '2026-04-01')), aThread('early', answered('y', '2026-06-01'))],
      questions: [aQuestion(1, answered('z', '2026-05-01'))],
    });
    expect(authorPage(blog, ada).answers.map(({ day }) => day)).toEqual([
      '2026-06-01',
      '2026-05-01',
      '2026-04-01',
    ]);
  });

  it('is nothing for somebody without an account', () => {
    const [, bo] = catalogue.authors;
    if (bo === undefined) throw new Error('The author is missing.');
    expect(authorPage(catalogue, bo)).toMatchObject({ asked: [], answers: [], spokeIn: [] });
  });
});

describe('the page of an author', () => {
  const ada = anAuthor('ada', { login: 'ada-b' });
  const catalogue = aCatalogue({
    authors: [ada, anAuthor('bo')],
    tags: [aTag('git', { label: 'Git' }), aTag('tools', { label: 'Tools' })],
    groups: [
      aGroup('open', { members: ['ada'], stewards: ['bo'] }),
      aGroup('table', { access: 'closed' }),
      aGroup('other', { stewards: ['bo'] }),
    ],
    posts: [
      aPost('a', { tags: ['tools', 'git'] }),
      aPost('b', { tags: ['tools'] }),
      aPost('secret', { tags: ['git'], draft: true }),
      aPost('thanks', { kind: 'shout-out', to: ['ada'], authors: ['bo'] }),
      aPost('hidden-thanks', { kind: 'shout-out', to: ['ada'], authors: ['bo'], draft: true }),
    ],
    threads: [
      aThread('b', {
        comments: [
          aRemark('one', { author: { login: 'x', name: null }, replies: [aReply('two')] }),
          aRemark('three', { deleted: true }),
        ],
      }),
      aThread('secret', { comments: [aRemark('four')] }),
    ],
  });
  const page = authorPage(catalogue, ada);

  it('shows topics by how often they were written about', () => {
    expect(page.topics.map(({ name }) => name)).toEqual(['Tools', 'Git']);
  });

  it('never says that somebody is in a closed group', () => {
    expect(page.groups.map(({ name }) => name)).toEqual(['Group open']);
  });

  it('shows thanks and talks in posts that are there', () => {
    expect(titles(page.thanks)).toEqual(['The post thanks']);
    expect(page.spokeIn).toEqual([
      { title: 'The post b', href: '/posts/b/#conversation', count: 1, day: '2026-03-13' },
    ]);
  });
});

describe('a trainer', () => {
  const tag = aTag('tools', { trainer: 'ada' });
  const blogWith = (fields: Parameters<typeof anAuthor>[1]) =>
    aCatalogue({ tags: [tag], authors: [anAuthor('ada', fields)], posts: [aPost('a', { tags: ['tools'] })] });

  it.each([
    ['is named beside a topic and in the search', {}, 'Author ada'],
    ['is not sent anybody after they left', { left: day('2026-05-01') }, undefined],
  ])('%s', (_what, fields, name) => {
    const blog = blogWith(fields);
    expect(tagPage(blog, tag).trainer?.name).toBe(name);
    expect(searchPage(blog).topics[0]?.trainer?.name).toBe(name);
  });
});

describe('the page of a topic', () => {
  it('starts with the pinned posts that are there, names whom to ask, and the topics beside it', () => {
    const posts = [
      aPost('a', { tags: ['tools', 'git'] }),
      aPost('b', { tags: ['tools', 'git', 'audits'] }),
      aPost('c', { tags: ['tools'], draft: true }),
    ];
    const tag = aTag('tools', { pinned: ['c', 'b'], trainer: 'ada' });
    const page = tagPage(aCatalogue({ posts, tags: [tag, aTag('git'), aTag('audits')] }), tag);
    expect(titles(page.pinned)).toEqual(['The post b']);
    expect(page.trainer).toEqual({ name: 'Author ada', permalink: '/authors/ada/' });
    expect(page.neighbours.map(({ permalink }) => permalink)).toEqual(['/tags/git/', '/tags/audits/']);
  });
});

describe('the page of a learning path', () => {
  it('adds up the minutes of its steps, and says what they ask for besides reading', () => {
    const posts = [aPost('a', {}, { body: { words: 440 } }), aPost('b', {}, { body: { words: 10 } })];
    const steps = aCatalogue({ posts, paths: [aPath('start', ['a', 'b'])] }).stepsOf(pathSlug.parse('start'));
    expect(stepsMinutes(steps)).toBe(3);
    expect(requirementText({ requires: ['read'] })).toBe('');
    expect(requirementText({ requires: ['read', 'comment', 'quiz'] })).toBe(
      'Then leave a comment, and answer its questions.',
    );
  });
});
