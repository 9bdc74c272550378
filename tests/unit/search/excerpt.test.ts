import { describe, expect, it } from 'vitest';
import { excerptParts } from '../../../src/search/excerpt.ts';

describe('the parts of an excerpt', () => {
  it('tells what was looked for from the text around it', () => {
    expect(excerptParts('the <mark>flow</mark> meter and the <mark>flows</mark>')).toEqual([
      { text: 'the ', marked: false },
      { text: 'flow', marked: true },
      { text: ' meter and the ', marked: false },
      { text: 'flows', marked: true },
    ]);
  });

  it('gives markup that stood in the text as the text that it was', () => {
    expect(excerptParts('write &lt;mark&gt;x&lt;/mark&gt; &amp; <mark>&lt;img</mark> src=x&gt;')).toEqual([
      { text: 'write <mark>x</mark> &amp; ', marked: false },
      { text: '<', marked: false },
      { text: 'img', marked: true },
      { text: ' src=x>', marked: false },
    ]);
  });

  it('leaves the signs that cling to a word out of its mark', () => {
    expect(excerptParts('it “<mark>needs calibrating”.</mark>')).toEqual([
      { text: 'it “', marked: false },
      { text: 'needs calibrating', marked: true },
      { text: '”.', marked: false },
    ]);
  });

  it('keeps a mark that holds nothing but signs', () => {
    expect(excerptParts('<mark>C++</mark> <mark>+++</mark>')).toEqual([
      { text: 'C', marked: true },
      { text: '++', marked: false },
      { text: ' ', marked: false },
      { text: '+++', marked: true },
    ]);
  });

  it('treats a mark without an end as text', () => {
    expect(excerptParts('a <mark>b')).toEqual([{ text: 'a <mark>b', marked: false }]);
  });

  it('drops the spaces between the words of languages that write none', () => {
    expect(excerptParts('新人 <mark>研修</mark> の 準備')).toEqual([
      { text: '新人', marked: false },
      { text: '研修', marked: true },
      { text: 'の準備', marked: false },
    ]);
  });

  it('is quick with a word as long as a comment may be', () => {
    const word = `flow${'!'.repeat(500_000)}meter.`;
    expect(excerptParts(`<mark>${word}</mark>`)).toEqual([
      { text: word.slice(0, -1), marked: true },
      { text: '.', marked: false },
    ]);
  }, 2_000);

  it('has no parts for an empty excerpt', () => {
    expect(excerptParts('')).toEqual([]);
  });
});
