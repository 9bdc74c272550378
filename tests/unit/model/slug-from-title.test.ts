import { describe, expect, it } from 'vitest';
import { freeSlug, slugFromTitle } from '../../../src/model/slug-from-title.ts';
import { isSlug } from '../../../src/model/slug.ts';
import { seededRandom } from '../../support/entries.ts';
import { randomText } from '../../support/random-text.ts';

describe('the slug of a title', () => {
  it.each([
    ['Names that sort', 'names-that-sort'],
    ['Don’t panic — it’s "fine"!', 'dont-panic-its-fine'],
    ['  C++ & C#: what/now?  ', 'c-c-what-now'],
    ['../../../etc/passwd', 'etc-passwd'],
    ['Größe, Ærø, Łódź, São Paulo', 'grosse-aero-lodz-sao-paulo'],
    ['Что мы узнали о насосах', 'chto-my-uznali-o-nasosah'],
    ['Τι μάθαμε για τις αντλίες', 'ti-mathame-gia-tis-antlies'],
    ['كيف تكتب', 'kyf-tktb'],
    ['如何写一篇好文章', 'ru-he-xie-yi-pian-hao-wen-zhang'],
    ['좋은 글을 쓰는 방법', 'joheun-geuleul-sseuneun-bangbeob'],
    ['ქართული ენა', 'kartuli-ena'],
    ['अच्छा लेख', 'acchaa-lekh'],
    ['𝕳𝖊𝖑𝖑𝖔 ﬁle', 'hello-file'],
    ['con', 'con-post'],
    ['LPT1', 'lpt1-post'],
  ])('%j is %s', (title, slug) => {
    expect(slugFromTitle(title)).toBe(slug);
  });

  it('ends with a whole word after at most sixty characters', () => {
    const title = 'What we learned about pumps when the tide went out and the telephone was in the van';
    expect(slugFromTitle(title)).toBe('what-we-learned-about-pumps-when-the-tide-went-out-and-the');
    expect(slugFromTitle('a'.repeat(90))).toBe('a'.repeat(60));
  });

  it('is another one when the title has no letters', () => {
    expect(['🎉', '', '…', '𞤆𞤵𞤤'].map((title) => slugFromTitle(title, 'shout-out-2026-03-12'))).toEqual(
      Array(4).fill('shout-out-2026-03-12'),
    );
    expect(slugFromTitle('???')).toBe('post');
  });

  it('is a slug, whatever the title', () => {
    const random = seededRandom(11);
    for (let round = 0; round < 3000; round += 1) {
      const title = randomText(random, 120);
      const slug = slugFromTitle(title);
      expect(isSlug(slug) && slug.length <= 60, `${JSON.stringify(title)} → ${slug}`).toBe(true);
    }
  });
});

it('finds a slug that is free', () => {
  const taken = new Set(['pumps', 'pumps-2']);
  expect(freeSlug('pumps', (slug) => taken.has(slug))).toBe('pumps-3');
  expect(freeSlug('tides', (slug) => taken.has(slug))).toBe('tides');
});
