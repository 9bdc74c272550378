import { expect, it } from 'vitest';
import { spellingLines } from '../../../src/search/spellings.ts';

it.each([
  ['colour', 'color'],
  ['behavioural', 'behavioral'],
  ['harbors', 'harbours'],
  ['centre', 'center'],
  ['programme', 'program'],
  ['programs', 'programmes'],
  ['organisation', 'organization'],
  ['recognize', 'recognise'],
  ['analysing', 'analyzing'],
  ['labelled', 'labeled'],
  ['modeling', 'modelling'],
  ['catalogues', 'catalogs'],
  ['licence', 'license'],
  ['grey', 'gray'],
])('knows %s as %s', (word, other) => {
  expect(spellingLines([word])[0]).toContain(other);
});

it.each(['four', 'hour', 'size', 'rise', 'wise', 'called', 'filled', 'order', 'meeting', 'sensor', 'later'])(
  'leaves %s alone',
  (word) => {
    expect(spellingLines([word])).toEqual([]);
  },
);
