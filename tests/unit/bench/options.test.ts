import { describe, expect, it } from 'vitest';
import { readOptions } from '../../bench/options.ts';

const read = (...words: string[]) => readOptions(words, { cwd: '/blog' });

describe('the words after "bench"', () => {
  it('measure builds of a thousand posts when there are none', () => {
    expect(read()).toEqual({
      measure: 'builds',
      posts: 1_000,
      words: 880,
      seed: 1,
      commits: 30_000,
      all: false,
      growth: false,
      against: [],
      runs: 1,
      json: '/blog/tests/bench/results/1000-posts.json',
      keep: false,
      built: undefined,
    });
  });

  it('measure the search of ten thousand posts five times when it is asked for', () => {
    expect(read('search')).toMatchObject({
      measure: 'search',
      posts: 10_000,
      runs: 5,
      json: '/blog/tests/bench/results/search.json',
    });
  });

  it('say otherwise', () => {
    const options = read('search', '--posts', '300', '--runs', '2', '--seed', '7', '--json', 'a.json');
    expect(options).toMatchObject({ posts: 300, runs: 2, seed: 7, json: '/blog/a.json' });
    expect(read('search', '--built', 'out')).toMatchObject({ built: '/blog/out' });
    expect(read('--check')).toMatchObject({ measure: 'check', posts: 1_000 });
    expect(read('--history')).toMatchObject({ measure: 'history', posts: 10_000, commits: 30_000 });
    expect(read('--history', '--commits', '9')).toMatchObject({ commits: 9 });
    expect(read('--all', '--growth')).toMatchObject({ measure: 'builds', all: true, growth: true });
    expect(read('--against', 'eleventy,hugo')).toMatchObject({ against: ['eleventy', 'hugo'] });
  });

  it.each([
    [['build'], '"bench" takes no other word than "search", and got "build".'],
    [['search', 'twice'], '"bench" takes no other word than "search", and got "search twice".'],
    [['search', '--check'], '"bench" measures one thing at a time, and was asked for check and search.'],
    [['--commits', '9'], '--commits is for the history: npm run bench -- --history --commits 30000'],
    [['--check', '--all'], '--all, --growth and --against are for builds: npm run bench -- --all'],
    [['search', '--against', 'hugo'], '--all, --growth and --against are for builds: npm run bench -- --all'],
    [['--against', 'hugo,'], '--against takes hugo or eleventy, or both with a comma, and got "".'],
    [['--built', 'out'], '--built is for the search: npm run bench -- search --built <folder>'],
    [
      ['search', '--built', 'out', '--posts', '9'],
      '--built takes a blog as it is, so --posts and --words have no use here.',
    ],
    [['search', '--runs', '0'], '--runs takes a whole number from 1 to 50, and "0" is not one.'],
  ])('are refused when they are %j', (words, message) => {
    expect(() => read(...words)).toThrow(expect.objectContaining({ name: 'UsageError', message }));
  });
});
