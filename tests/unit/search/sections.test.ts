import { describe, expect, it } from 'vitest';
import { matchingSections, type Anchor } from '../../../src/search/sections.ts';

const heading = (id: string, location: number, element = 'h2'): Anchor => ({
  element,
  id,
  text: `About ${id}`,
  location,
});
const comment = (id: string, location: number): Anchor => ({
  element: 'article',
  id: `comment-${id}`,
  text: '',
  location,
});
const found = (...locations: number[]) => locations.map((location) => ({ location, weight: 1 }));

const page = [heading('one', 10), heading('two', 20), heading('three', 30, 'h3'), heading('four', 40, 'h4')];

describe('the sections in which something was found', () => {
  it('names the heading above each place', () => {
    expect(matchingSections(page, found(12, 31))).toEqual([
      { id: 'one', title: 'About one' },
      { id: 'three', title: 'About three' },
    ]);
  });

  it('counts the words of a heading as its section', () => {
    expect(matchingSections(page, found(20)).map(({ id }) => id)).toEqual(['two']);
  });

  it('names none for what stands before the first heading', () => {
    expect(matchingSections(page, found(1, 9))).toEqual([]);
  });

  it('keeps the three sections with the most, in the order of the page', () => {
    const places = [...found(11, 25, 26, 41, 42), { location: 31, weight: 7 }];
    expect(matchingSections(page, places).map(({ id }) => id)).toEqual(['two', 'three', 'four']);
  });

  it('takes the comments as one section that leads to the first comment found', () => {
    const anchors = [heading('one', 10), comment('a', 50), comment('b', 60), comment('c', 70)];
    expect(matchingSections(anchors, found(75, 61))).toEqual([
      { id: 'comment-b', title: 'From the conversation' },
    ]);
  });

  it('passes over places that are no headings, and headings without words', () => {
    const anchors = [
      heading('one', 10),
      { element: 'li', id: 'user-content-fn-1', text: 'A note', location: 15 },
      { element: 'h2', id: 'empty', text: ' ', location: 18 },
    ];
    expect(matchingSections(anchors, found(19)).map(({ id }) => id)).toEqual(['one']);
  });
});
