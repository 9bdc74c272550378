import { describe, expect, it } from 'vitest';
import {
  groupsOf,
  lastActivity,
  oldPermalinks,
  permalinkOfQuestion,
  slugOfTitle,
  topicsOf,
} from '../../../src/model/question.ts';
import { isSlug } from '../../../src/model/slug.ts';
import { typographic } from '../../../src/model/typography.ts';
import { aGroup, aQuestion, aRemark, aReply, aTag, slugs } from '../../support/entries.ts';

describe('the address of a question', () => {
  it.each([
    ['How do I undo a commit?', 'how-do-i-undo-a-commit'],
    ["Don't panic: C++ & “quotes” – what's left?", 'dont-panic-c-quotes-whats-left'],
    ['Ångström or nm, é and ñ', 'angstrom-or-nm-e-and-n'],
    ['怎么撤销?', 'question'],
    ['???', 'question'],
    ['a'.repeat(120), 'a'.repeat(80)],
    ['word '.repeat(30), `${'word-'.repeat(15)}word`],
  ])('of “%s” ends in %s', (title, slug) => {
    expect(slugOfTitle(title)).toBe(slug);
    expect(isSlug(slug)).toBe(true);
  });

  it.each(['It\'s "quoted"... and more', "The '90s", 'a ... b'])(
    'of “%s” is the same however its quotation marks are set',
    (title) => {
      expect(slugOfTitle(typographic(title))).toBe(slugOfTitle(title));
    },
  );

  it('has the number in it, and is led to from the number and from older titles, but not from itself', () => {
    const question = {
      number: 7,
      title: 'New words',
      formerTitles: ['Old words', 'New words!', 'Old – words'],
    };
    expect(permalinkOfQuestion(question)).toBe('/questions/7/new-words/');
    expect(oldPermalinks(question)).toEqual(['/questions/7/', '/questions/7/old-words/']);
  });
});

it('finds the topics of a question by slug, label or alias, in any case', () => {
  const tags = [
    aTag('git', { label: 'Git' }),
    aTag('job-aids', { label: 'Job aids', aliases: ['Checklists'] }),
    aTag('safety', { label: 'Safety at work' }),
    aTag('tools', { label: 'Tools' }),
  ];
  const topics = (labels: string[]) => slugs(topicsOf({ labels }, tags));
  expect(topics(['GIT', 'checklists', 'safety at work', 'good first issue'])).toEqual([
    'git',
    'job-aids',
    'safety',
  ]);
  expect(topics(['git', 'Git'])).toEqual(['git']);
  expect(topics([])).toEqual([]);
});

it('finds the groups of a question by its category', () => {
  const groups = [
    aGroup('circle', { discussion: 'The Circle' }),
    aGroup('silent'),
    aGroup('other', { discussion: 'Other' }),
  ];
  const found = (name: string) => slugs(groupsOf({ category: { name, answerable: true } }, groups));
  expect(found('the circle')).toEqual(['circle']);
  expect(found('Questions')).toEqual([]);
});

it('was last active when somebody last said what a reader can see, or when it was asked', () => {
  const replies = [aReply('b', { createdAt: '2026-05-02T00:00:00Z' })];
  const comments = [
    aRemark('a', { createdAt: '2026-05-01T00:00:00Z', replies }),
    aRemark('c', { createdAt: '2026-06-01T00:00:00Z', hidden: 'spam' }),
  ];
  expect(lastActivity(aQuestion(1, { comments }))).toBe('2026-05-02T00:00:00Z');
  expect(lastActivity(aQuestion(1, { createdAt: '2026-04-01T00:00:00Z' }))).toBe('2026-04-01T00:00:00Z');
});
