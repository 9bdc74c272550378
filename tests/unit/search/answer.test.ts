import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postWeight } from '../../../src/model/search-weights.ts';
import { daySchema } from '../../../src/model/day.ts';
import { indexedPage, openIndex } from '../../support/search-index.ts';

const day = (text: string) => daySchema.parse(text);
const today = day('2026-11-25');
const filter = (...pairs: string[]) =>
  pairs.map((pair) => `<span data-pagefind-filter="${pair}"></span>`).join('');
const same = '<p>The glider was rinsed and dried before it was stored.</p>';
const aged = (date: string, pastReview = false, answered = false) =>
  postWeight({ date: day(date), pastReview, answered }, today);

const pages = [
  indexedPage('pump', {
    title: 'Priming the pump',
    body: '<p>Fill the hose, then prime the pump. The old pump needs longer.</p>',
    facts: filter('tag:pumps', 'year:2026', 'comments:yes'),
  }),
  indexedPage('hose', {
    title: 'Hoses and clips',
    body: '<p>A hose without a clip comes off when the pump is old. Colour codes are on the clip.</p>',
    facts: filter('tag:hoses', 'year:2025'),
  }),
  indexedPage('mention', {
    title: 'A walk round the harbour',
    body: '<h2>Of gauges</h2><p>We saw a pump, and wrote the programme on the way.</p>',
    facts: filter('tag:pumps', 'year:2025'),
  }),
  indexedPage('codes', {
    title: 'Codes',
    body: '<p>Form HR-204 in v2.1 asks for C++ or the .env file, and nobody for config.yaml.</p>',
  }),
  indexedPage('other-codes', {
    title: 'More codes',
    body: '<p>Form HR-205 is in C, and so are v2.2 and its environment.</p>',
  }),
  indexedPage('japanese', {
    title: '新人研修の準備',
    body: '<p>研修資料は共有フォルダにあります。センサーの校正は毎週行います。</p>',
  }),
  indexedPage('chinese', {
    title: '新员工培训',
    body: '<p>请在星期一之前完成安全培训，并阅读传感器校准手册。</p>',
  }),
  indexedPage('german', {
    title: 'Für neue Kollegen',
    body: '<p>Die Sicherheitsunterweisung an der Straße ist im Schulungsraum.</p>',
  }),
  indexedPage('arabic', { title: 'تدريب الموظفين', body: '<p>يجب معايرة المستشعر كل أسبوع في المختبر.</p>' }),
  indexedPage('stale', { title: 'Glider', body: same, weight: aged('2019-01-01') }),
  indexedPage('past-review', { title: 'Glider', body: same, weight: aged('2026-01-01', true) }),
  indexedPage('fresh', { title: 'Glider', body: same, weight: aged('2026-01-01') }),
  indexedPage('answered', { title: 'Glider', body: same, weight: aged('2026-01-01', false, true) }),
  indexedPage('cafe', { title: 'Coffee', body: '<p>The café is closed.</p>' }),
  indexedPage('inflow', { title: 'Text', body: '<p>Whatever the inflow brings, and a sextant.</p>' }),
  indexedPage('heading', { title: 'Text', body: '<h2>Sextant</h2><p>Whatever the inflow brings.</p>' }),
];

let blog: Awaited<ReturnType<typeof openIndex>>;
beforeAll(async () => {
  blog = await openIndex(pages, [
    ['rota', 'roster'],
    ['pump', 'impeller'],
    ['harbour', 'safe haven'],
  ]);
});
afterAll(() => blog.close());

const ask = async (query: string) => (await blog.ask(`q=${encodeURIComponent(query)}`)).urls;

describe('words', () => {
  it.each([
    ['pump', ['/pump/', '/mention/', '/hose/']],
    ['pump hose', ['/pump/', '/hose/']],
    ['café', ['/cafe/']],
    ['cafe', ['/cafe/']],
    ['sextant', ['/heading/', '/inflow/']],
  ])('%s are found by title, heading and text in this order', async (query, urls) => {
    expect(await ask(query)).toEqual(urls);
  });

  it('are found first where the text is fresh, reviewed and answered', async () => {
    expect(await ask('glider rinsed')).toEqual(['/answered/', '/fresh/', '/past-review/', '/stale/']);
  });
});

describe('exact wishes', () => {
  it.each([
    ['"prime the pump"', ['/pump/']],
    ['"pump prime"', []],
    ['pump "comes off"', ['/hose/']],
    ['pump -hose', ['/mention/']],
    ['pump -"prime the"', ['/mention/', '/hose/']],
    ['HR-204', ['/codes/']],
    ['v2.1', ['/codes/']],
    ['C++', ['/codes/']],
    ['.env', ['/codes/', '/other-codes/']],
    ['config.yaml', ['/codes/']],
  ])('%s are fulfilled', async (query, urls) => {
    expect(await ask(query)).toEqual(urls);
  });

  it('are marked in what is found', async () => {
    const { hits } = await blog.ask(`q=${encodeURIComponent('"prime the pump"')}`);
    expect(hits[0]?.excerpt).toContain('<mark>prime</mark>');
  });

  it('find everything else when they only leave something out', async () => {
    const { results } = await blog.ask('q=-glider');
    expect(results.total).toBe(pages.length - 4);
  });
});

describe('other words', () => {
  it.each([
    ['impeller', '/pump/'],
    ['safe haven', '/mention/'],
    ['color', '/hose/'],
    ['program', '/mention/'],
  ])('%s mean the same', async (query, url) => {
    expect((await ask(query))[0]).toBe(url);
  });
});

describe('slips', () => {
  it.each([
    ['priming the pupm', 'priming the pump'],
    ['hraborr', 'harbour'],
    ['strasse', 'straße'],
    ['unterweisung', 'sicherheitsunterweisung'],
    ['مستشعر', 'المستشعر'],
  ])('%s are mended into %s, and that is said', async (query, instead) => {
    const { results, urls } = await blog.ask(`q=${encodeURIComponent(query)}`);
    expect(results.instead).toBe(instead);
    expect(urls).not.toEqual([]);
  });

  it('lead to what has some of the words', async () => {
    const { results, urls } = await blog.ask('q=sextant+gauges');
    expect(results).toMatchObject({ total: 3, partly: 3 });
    expect(new Set(urls)).toEqual(new Set(['/heading/', '/inflow/', '/mention/']));
  });

  it('lead nowhere when nothing is near', async () => {
    expect((await blog.ask('q=xylophonist+quux')).results).toMatchObject({ total: 0, unfiltered: 0 });
  });
});

describe('languages without spaces, with compounds, from right to left', () => {
  it.each([
    ['研修', '/japanese/'],
    ['研修資料', '/japanese/'],
    ['校正', '/japanese/'],
    ['培训', '/chinese/'],
    ['传感器校准', '/chinese/'],
    ['Schulung', '/german/'],
    ['Sicherheit', '/german/'],
    ['معايرة', '/arabic/'],
  ])('%s is found', async (query, url) => {
    expect(await ask(query)).toEqual([url]);
  });
});

describe('filters', () => {
  it.each([
    ['q=pump&tag=pumps', ['/pump/', '/mention/'], 3],
    ['q=pump&tag=pumps&year=2025', ['/mention/'], 3],
    ['q=impeller&tag=pumps&comments=yes', ['/pump/'], 3],
    ['q=pump+-hose&tag=pumps', ['/mention/'], 1],
    ['tag=hoses&tag=pumps&year=2026', ['/pump/'], 0],
  ])('narrow %s', async (address, urls, unfiltered) => {
    const { results, urls: found } = await blog.ask(address);
    expect(found).toEqual(urls);
    expect(results.unfiltered).toBe(unfiltered);
  });

  it.each(['q=pump&tag=pumps', 'q=impeller&tag=pumps', 'q=pump+-glider&tag=pumps'])(
    'say for %s what each value would give',
    async (address) => {
      const { results } = await blog.ask(address);
      expect(await results.counts()).toMatchObject({
        tag: { pumps: 2, hoses: 1 },
        year: { 2025: 1, 2026: 1 },
        comments: { yes: 1 },
      });
    },
  );
});
