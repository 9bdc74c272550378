import { describe, expect, it } from 'vitest';
import { nearestTopics } from '../../../src/search/nearest-topics.ts';

const topics = [
  { words: 'Onboarding induction new starter' },
  { words: 'Job aids checklist' },
  { words: 'Café notes' },
  { words: 'Git version control' },
];
const nearest = (query: string, limit?: number) =>
  nearestTopics(query, topics, limit).map(({ words }) => words.split(' ')[0]);

describe('the topics nearest to what was asked', () => {
  it('forgives a slip of the keyboard', () => {
    expect(nearest('onbording')).toEqual(['Onboarding']);
  });

  it('knows a topic by its other words and by their beginnings', () => {
    expect(nearest('checkl')).toEqual(['Job']);
  });

  it('puts the same beginning before a slip', () => {
    expect(nearest('starter gti induction version')).toEqual(['Onboarding', 'Git']);
    expect(nearest('inductoin versio')).toEqual(['Git', 'Onboarding']);
  });

  it('does not mind accents and capitals', () => {
    expect(nearest('CAFE')).toEqual(['Café']);
  });

  it('names no topic for words that are like none, or too short to tell', () => {
    expect(nearest('kubernetes')).toEqual([]);
    expect(nearest('gi ab')).toEqual([]);
    expect(nearest('<img src=x onerror=alert(1)>')).toEqual([]);
  });

  it('is quick when a topic has thousands of other words, or one that is very long', () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `word${index}`).join(' ');
    expect(nearestTopics('lorem '.repeat(33), [{ words }, { words: 'y'.repeat(200_000) }])).toEqual([]);
  }, 2_000);

  it('names no more than it is asked for', () => {
    expect(nearest('induction checklist notes git', 2)).toHaveLength(2);
  });
});
