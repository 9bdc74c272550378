import { describe, expect, it } from 'vitest';
import { contributionsOf, type FileContributor } from '../../../src/model/provenance.ts';
import { authorSlug } from '../../../src/model/slug.ts';
import { anAuthor } from '../../support/entries.ts';

const [ada, hana] = [authorSlug.parse('ada'), authorSlug.parse('hana')];
const authors = [
  anAuthor('ada', { name: 'Ada Berg' }),
  anAuthor('hana', { name: 'Hana Satō', login: 'hana-sato' }),
  anAuthor('twin', { name: 'Kim Lee' }),
  anAuthor('other-twin', { name: 'Kim Lee' }),
];
const pseudonyms = [{ login: 'gone', name: 'A former colleague' }];

function shown(people: FileContributor[], by = [ada]): string | undefined {
  const found = contributionsOf({ changes: 9, people }, by, { authors, pseudonyms });
  return found?.people
    .map(({ name, permalink, changes }) => `${name} ${permalink ?? 'without a page'} ${changes}`)
    .join(', ');
}
const person = (name: string, changes: number, login?: string): FileContributor => ({
  ...{ name, changes },
  ...(login !== undefined && { login }),
});

describe('who contributed', () => {
  it('are people of the blog, by their account or their name, and others by the name that git has', () => {
    expect(shown([person('H', 1, 'Hana-Sato'), person('ada  BERG', 3), person('Zoë', 2)])).toBe(
      'Ada Berg /authors/ada/ 3, Zoë without a page 2, Hana Satō /authors/hana/ 1',
    );
  });

  it('are counted together under all their names', () => {
    expect(
      shown([person('Hana Satō', 2), person('H', 1, 'hana-sato'), person('Zoë', 1), person('ZOË', 1)]),
    ).toBe('Hana Satō /authors/hana/ 3, Zoë without a page 2');
  });

  it('are nobody in particular when two have the same name', () => {
    expect(shown([person('Kim Lee', 1), person('Ada Berg', 1)])).toBe(
      'Kim Lee without a page 1, Ada Berg /authors/ada/ 1',
    );
  });

  it('have no name where git has none to show, or where they asked not to be named', () => {
    expect(shown([person('', 2), person('', 1), person('Real Name', 1, 'Gone'), person('Ada Berg', 1)])).toBe(
      'somebody without a name without a page 3, A former colleague without a page 1, Ada Berg /authors/ada/ 1',
    );
  });

  it('are not shown where git knows nobody of the blog: others put the files there', () => {
    expect(shown([person('The maintainers of a sample', 5)])).toBeUndefined();
    expect(shown([])).toBeUndefined();
    expect(contributionsOf(undefined, [ada], { authors, pseudonyms })).toBeUndefined();
  });

  it('are not repeated where the only one is the only author', () => {
    expect(shown([person('Ada Berg', 4)])).toBeUndefined();
    expect(shown([person('Ada Berg', 4)], [ada, hana])).toBe('Ada Berg /authors/ada/ 4');
    expect(shown([person('Hana Satō', 4)])).toBe('Hana Satō /authors/hana/ 4');
    expect(shown([person('Hana Satō', 4)], [])).toBe('Hana Satō /authors/hana/ 4');
  });
});
