import { describe, expect, it } from 'vitest';
import { joiningOf, joiningOfQuestion } from '../../../src/model/joining.ts';
import { widgetLanguage } from '../../../src/model/widget-language.ts';
import { pageSlug } from '../../../src/model/slug.ts';
import type { Page } from '../../../src/model/page.ts';
import { aCatalogue, aGroup, aPost, aSite, aThread } from '../../support/entries.ts';

const forge = { kind: 'github', url: 'https://github.com', repository: 'k/b' } as const;
const giscus = { mode: 'giscus', repoId: 'R', category: 'C', categoryId: 'D' } as const;
const blog = (site: Parameters<typeof aSite>[0], parts: Parameters<typeof aCatalogue>[0] = {}) =>
  aCatalogue({ site: aSite(site), ...parts });
const joined = (site: Parameters<typeof aSite>[0], post = aPost('a')) =>
  joiningOf(blog(site), post, undefined);

describe('joining the conversation of a post', () => {
  it('is off without a forge, and when the blog says so', () => {
    expect(joined({ comments: giscus })).toEqual({ mode: 'off' });
    expect(joined({ forge, comments: { mode: 'off' } })).toEqual({ mode: 'off' });
  });

  it.each([
    ['off', 'giscus', 'giscus'],
    ['giscus', 'off', 'off'],
    ['link', undefined, 'link'],
    [undefined, 'off', 'off'],
    [undefined, undefined, 'giscus'],
  ] as const)('in a group with "%s" and a post with "%s" is "%s"', (ofGroup, ofPost, mode) => {
    const groups = [aGroup('circle', ofGroup === undefined ? {} : { comments: ofGroup })];
    const post = aPost('a', { group: 'circle', ...(ofPost !== undefined && { comments: ofPost }) });
    expect(joiningOf(blog({ forge, comments: giscus }, { groups }), post, undefined).mode).toBe(mode);
  });

  it('is a link when a post asks for a widget that the blog does not have', () => {
    expect(joined({ forge }, aPost('a', { comments: 'giscus' })).mode).toBe('link');
  });

  it('leads to the forge, and to the thread where there is one', () => {
    expect(joined({ forge })).toEqual({
      ...{ mode: 'link', url: 'https://github.com/k/b/discussions', forge: 'GitHub', rules: undefined },
    });
    expect(joiningOf(blog({ forge }), aPost('a'), aThread('a'))).toMatchObject({
      url: 'https://forge.example/d/1',
    });
  });

  it('finds a thread in another category than that of the widget by its number', () => {
    const widgetFor = (category: string) => {
      const thread = aThread('a', { number: 7, category: { name: category, answerable: true } });
      const joining = joiningOf(blog({ forge, comments: giscus }), aPost('a'), thread);
      return joining.mode === 'giscus' ? joining.widget : undefined;
    };
    expect(widgetFor('Questions')).toMatchObject({ mapping: 'number', term: '7' });
    expect(widgetFor('c')).toMatchObject({ mapping: 'specific', term: 'a' });
  });

  it('is a link on forges that the widget does not know', () => {
    expect(joined({ forge: { ...forge, kind: 'gitea' }, comments: giscus }).mode).toBe('link');
  });

  it('names the page that says what may be written', () => {
    const page: Page = {
      ...{ title: 'What may be posted', slug: pageSlug.parse('policy'), allow: [] },
      source: { path: 'pages/policy.md', format: 'md' },
      body: aPost('a').body,
    };
    expect(joiningOf(blog({ forge }, { pages: [page] }), aPost('a'), undefined)).toMatchObject({
      rules: { title: 'What may be posted', permalink: '/policy/' },
    });
  });

  it('tells the widget of our own host the oldest name of the post', () => {
    const post = aPost('new', { formerly: ['old'] });
    const host = 'https://talk.quay.example';
    expect(joined({ forge, comments: { ...giscus, host }, language: 'pt-PT' }, post)).toMatchObject({
      mode: 'giscus',
      widget: {
        ...{ host, repo: 'k/b', repoid: 'R', category: 'C', categoryid: 'D' },
        ...{ mapping: 'specific', term: 'old', lang: 'pt' },
      },
    });
  });
});

describe('joining a discussion that stands by itself', () => {
  const question = aThread('12', { number: 12, category: { name: 'Tools', answerable: true } });

  it('is found by its number', () => {
    expect(joiningOfQuestion(blog({ forge, comments: giscus }), question)).toMatchObject({
      url: 'https://forge.example/d/1',
      widget: { mapping: 'number', term: '12' },
    });
  });

  it('is what the group of its category says', () => {
    const groups = [aGroup('makers', { discussion: 'tools', comments: 'off' })];
    expect(joiningOfQuestion(blog({ forge, comments: giscus }, { groups }), question).mode).toBe('off');
  });
});

it.each([
  ['en-GB', 'en'],
  ['pt-PT', 'pt'],
  ['zh-Hant-TW', 'zh-TW'],
  ['zh-HK', 'zh-HK'],
  ['zh', 'zh-CN'],
  ['el', 'gr'],
  ['sr-Latn', 'hbs'],
  ['sv', 'en'],
])('speaks to readers of %s in "%s"', (tag, name) => {
  expect(widgetLanguage(tag)).toBe(name);
});
